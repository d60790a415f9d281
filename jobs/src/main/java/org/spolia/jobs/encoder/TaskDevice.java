package org.spolia.jobs.encoder;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.spolia.embedding.ComputeDevice;

/** The accelerator that Spark's scheduler assigned to a task, or the processor if it assigned none. */
public final class TaskDevice {
    private static final String DRIVER = "driver";
    private static final AtomicBoolean LOGGED = new AtomicBoolean();

    private TaskDevice() {}

    /** Returns the device of the task that this thread runs. The first task of an executor writes a line to its log. */
    public static ComputeDevice get() {
        @Nullable ResourceInformation gpu = TaskContext.get().resourcesJMap().get(TaskResources.GPU);
        ComputeDevice device = gpu == null ? ComputeDevice.CPU : ComputeDevice.gpu(gpu.addresses()[0]);
        String executor = SparkEnv.get().executorId();
        // In the process of the driver, the output of the stage names the device.
        if (!executor.equals(DRIVER) && LOGGED.compareAndSet(false, true)) {
            // The logger of Spark's library, because executors discard the output of the JDK's loggers.
            LoggerFactory.getLogger(TaskDevice.class)
                    .info(
                            gpu == null
                                    ? "Executor {} embeds on the processor, because no GPU is assigned to its tasks"
                                    : "Executor {} embeds on GPUs, first on {}",
                            executor,
                            device);
        }
        return device;
    }
}
