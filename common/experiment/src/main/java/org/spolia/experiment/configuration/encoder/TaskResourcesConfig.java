package org.spolia.experiment.configuration.encoder;

import java.io.Serializable;
import org.spolia.symbolic.key.Key;

/** What a task takes of its executor on a cluster; in one process with the driver there is nothing to be assigned. */
public record TaskResourcesConfig(
        @Key(value = "cores; as many as spark.task.cpus says if 0", byDefault = "0", atLeast = 0)
        int cpus,

        @Key(
                value =
                        "GPUs: 1, or the part of one that tasks share, such as 0.5; as much as spark.task.resource.gpu.amount says if 0",
                byDefault = "0",
                atLeast = 0,
                atMost = 1)
        double gpus)
        implements Serializable {}
