package org.spolia.experiment.configuration.probe;

import java.io.Serializable;
import java.util.List;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/**
 * Encoders that are trained on labels end to end: from scratch if their weights are random, fine-tuned if they are
 * pretrained.
 */
public record FineTuningConfig(
        @Key(
                value =
                        "encoders to train: random and names of 'pretraining', with every seed that they have in 'embeddings'; if empty, none is trained",
                byDefault = "[]",
                distinct = true)
        List<String> encoders,

        @Key(
                value =
                        "learning rates of the optimiser (Adam); each encoder uses the one with the smallest loss on a fifth of the training groups",
                byDefault = "[0.001, 0.003]",
                minItems = 1,
                distinct = true,
                above = 0,
                atMost = 1)
        List<Double> learningRates,

        @Key(
                value = "steps of the optimiser; each encoder chooses one number in the same way",
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
                    "encoders", "'raw' has no weights to train; name random and entries of 'pretraining'");
        }
    }

    /** Returns whether any encoder is trained. */
    public boolean isWanted() {
        return !encoders.isEmpty();
    }
}
