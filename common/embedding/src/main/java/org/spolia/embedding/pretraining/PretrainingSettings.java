package org.spolia.embedding.pretraining;

import java.io.Serializable;
import org.spolia.embedding.Architecture;

/**
 * How an encoder learns.
 *
 * @param name of the encoder, for people
 * @param architecture of the network
 * @param objective what it learns to foretell
 * @param hidden share of a sample that is hidden from it, above 0 and below 1
 * @param steps of the optimiser; after none the encoder is the random one of this seed
 * @param batchSize samples in a step
 * @param learningRate of Adam
 * @param seed of the first weights, of the samples of each step and of what is hidden of them
 */
public record PretrainingSettings(
        String name,
        Architecture architecture,
        Objective objective,
        double hidden,
        int steps,
        int batchSize,
        double learningRate,
        long seed)
        implements Serializable {
    public PretrainingSettings {
        if (!(hidden > 0 && hidden < 1) || steps < 0 || batchSize < 1 || !(learningRate > 0)) {
            throw new IllegalArgumentException("hidden " + hidden + " must be above 0 and below 1, steps " + steps
                    + " 0 or more, batchSize " + batchSize + " 1 or more, learningRate " + learningRate + " above 0");
        }
    }
}
