package org.spolia.experiment.configuration.encoder;

import java.io.Serializable;
import org.spolia.symbolic.key.Key;

/** The resources of a task on a cluster. They have no effect if driver and tasks run in one process. */
public record TaskResourcesConfig(
        @Key(value = "cores; 0: the value of spark.task.cpus", byDefault = "0", atLeast = 0)
        int cpus,

        @Key(
                value =
                        "GPUs: 1, or a fraction such as 0.5 if tasks share a GPU; 0: the value of spark.task.resource.gpu.amount",
                byDefault = "0",
                atLeast = 0,
                atMost = 1)
        double gpus)
        implements Serializable {}
