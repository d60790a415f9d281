package org.spolia.jobs.encoder;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;
import org.spolia.experiment.configuration.encoder.TaskResourcesConfig;

/** Resources for the tasks of one stage, which replace the resources of the session: Spark's stage-level scheduling. */
public final class TaskResources {
    static final String GPU = "gpu";

    private TaskResources() {}

    /** Returns the same data, computed by tasks with these resources. Executors stay unchanged. */
    public static <T> JavaRDD<T> assign(TaskResourcesConfig resources, JavaRDD<T> data) {
        TaskResourceRequests requests = new TaskResourceRequests();
        if (resources.cpus() > 0) {
            requests.cpus(resources.cpus());
        }
        if (resources.gpus() > 0) {
            requests.resource(GPU, resources.gpus());
        }
        // A driver that is its own executor has one profile and refuses others.
        return requests.requestsJMap().isEmpty() || data.context().isLocal()
                ? data
                : data.withResources(
                        new ResourceProfileBuilder().require(requests).build());
    }
}
