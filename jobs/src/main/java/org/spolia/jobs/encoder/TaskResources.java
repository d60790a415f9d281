package org.spolia.jobs.encoder;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;
import org.spolia.experiment.configuration.encoder.TaskResourcesConfig;

/** What the tasks of one stage get in the place of what the session gives all of them: Spark's stage-level scheduling. */
public final class TaskResources {
    static final String GPU = "gpu";

    private TaskResources() {}

    /** The same data, computed by tasks that take this much. Executors stay as they are. */
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
