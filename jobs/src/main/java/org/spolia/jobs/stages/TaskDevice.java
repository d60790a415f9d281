package org.spolia.jobs.stages;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.ComputeDevice;

/** The accelerator that Spark's scheduler assigned to a task, or the processor where it assigned none. */
final class TaskDevice {
    private static final String DRIVER = "driver";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private TaskDevice() {}

    /** The device of the task that this thread runs. The first task of an executor leaves a line in its log. */
    static ComputeDevice get() {
        @Nullable ResourceInformation gpu = TaskContext.get().resourcesJMap().get(TaskResources.GPU);
        ComputeDevice device = gpu == null ? ComputeDevice.CPU : ComputeDevice.gpu(gpu.addresses()[0]);
        String executor = SparkEnv.get().executorId();
        // In one process with the driver the device is in what the stage prints.
        if (!executor.equals(DRIVER) && SAID.compareAndSet(false, true)) {
            System.getLogger(TaskDevice.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            gpu == null
                                    ? "Executor " + executor
                                            + " embeds on the processor, since no GPU is assigned to its tasks"
                                    : "Executor " + executor + " embeds on GPUs, first on " + device);
        }
        return device;
    }
}
