package org.spolia.jobs.encoder;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.spolia.embedding.ComputeDevice;

/** The accelerator that Spark's scheduler assigned to a task, or the processor where it assigned none. */
public final class TaskDevice {
    private static final String DRIVER = "driver";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private TaskDevice() {}

    /** The device of the task that this thread runs. The first task of an executor leaves a line in its log. */
    public static ComputeDevice get() {
        @Nullable ResourceInformation gpu = TaskContext.get().resourcesJMap().get(TaskResources.GPU);
        ComputeDevice device = gpu == null ? ComputeDevice.CPU : ComputeDevice.gpu(gpu.addresses()[0]);
        String executor = SparkEnv.get().executorId();
        // In one process with the driver the device is in what the stage prints.
        if (!executor.equals(DRIVER) && SAID.compareAndSet(false, true)) {
            // Of Spark's library: executors drop what the JDK's own loggers say.
            LoggerFactory.getLogger(TaskDevice.class)
                    .info(
                            gpu == null
                                    ? "Executor {} embeds on the processor, since no GPU is assigned to its tasks"
                                    : "Executor {} embeds on GPUs, first on {}",
                            executor,
                            device);
        }
        return device;
    }
}
