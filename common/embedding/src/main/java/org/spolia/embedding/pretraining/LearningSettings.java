package org.spolia.embedding.pretraining;

import java.io.Serializable;
import org.spolia.embedding.BundleException;

/**
 * How an encoder learns, whatever it learns from.
 *
 * @param name of the encoder, for people
 * @param hidden share of a sample that is hidden from it, above 0 and below 1
 * @param steps of the optimiser; after none the encoder is the random one of this seed
 * @param batchSize samples in a step
 * @param learningRate of Adam
 * @param seed of the first weights, of the samples of each step and of what is hidden of them
 */
public record LearningSettings(String name, double hidden, int steps, int batchSize, double learningRate, long seed)
        implements Serializable {
    public LearningSettings {
        if (!(hidden > 0 && hidden < 1) || steps < 0 || batchSize < 1 || !(learningRate > 0)) {
            throw new IllegalArgumentException("hidden " + hidden + " must be above 0 and below 1, steps " + steps
                    + " 0 or more, batchSize " + batchSize + " 1 or more, learningRate " + learningRate + " above 0");
        }
    }

    /** Passes when a loss is a number. */
    void requireLoss(float loss, int step) {
        if (!Float.isFinite(loss)) {
            throw new BundleException("The loss of pretraining '" + name + "' with seed " + seed + " is " + loss
                    + " at step " + step + "; lower 'learning-rate', which is " + learningRate);
        }
    }
}
