package org.spolia.experiment.configuration.probe;

import java.io.Serializable;
import java.util.List;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/**
 * Encoders that learn labels end to end: from scratch where their weights are random, fine-tuned where they are
 * pretrained.
 */
public record FineTuningConfig(
        @Key(
                value =
                        "encoders that learn, random and names of 'pretraining', with every seed that 'embeddings' has of them; none learns if none is named",
                byDefault = "[]",
                distinct = true)
        List<String> encoders,

        @Key(
                value =
                        "learning rates of the optimiser (Adam), of which each chooses one by the loss on a fifth of the training groups",
                byDefault = "[0.001, 0.003]",
                minItems = 1,
                distinct = true,
                above = 0,
                atMost = 1)
        List<Double> learningRates,

        @Key(
                value = "steps of the optimiser, of which each chooses one likewise",
                byDefault = "[50, 100, 200]",
                minItems = 1,
                distinct = true,
                atLeast = 1,
                atMost = 1_000_000)
        List<Integer> steps,

        @Key(value = "samples in a step", byDefault = "32", atLeast = 1, atMost = 65536)
        int batchSize)
        implements Serializable {
    public FineTuningConfig {
        if (encoders.contains(EmbeddingConfig.RAW)) {
            throw new InvalidValueException(
                    "encoders", "'raw' has no weights to learn; name random and entries of 'pretraining'");
        }
    }

    /** Whether any encoder learns. */
    public boolean isWanted() {
        return !encoders.isEmpty();
    }
}
