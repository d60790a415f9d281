package org.spolia.embedding.pretraining;

import java.io.Serializable;
import org.spolia.embedding.BundleException;

/**
 * Settings of the training of an encoder on any data.
 *
 * @param name the name of the encoder, for people
 * @param hidden the hidden share of a sample, above 0 and below 1
 * @param steps the steps of the optimiser; after 0 steps the encoder is the random one of this seed
 * @param batchSize the samples in a step
 * @param learningRate the learning rate of Adam
 * @param seed the seed of the initial weights, of the samples of each step and of their hidden parts
 */
public record LearningSettings(String name, double hidden, int steps, int batchSize, double learningRate, long seed)
        implements Serializable {
    public LearningSettings {
        if (!(hidden > 0 && hidden < 1) || steps < 0 || batchSize < 1 || !(learningRate > 0)) {
            throw new IllegalArgumentException("hidden " + hidden + " must be above 0 and below 1, steps " + steps
                    + " 0 or more, batchSize " + batchSize + " 1 or more, learningRate " + learningRate + " above 0");
        }
    }

    /** Checks that a loss is a number. */
    void requireLoss(float loss, int step) {
        if (!Float.isFinite(loss)) {
            throw new BundleException("The loss of pretraining '" + name + "' with seed " + seed + " is " + loss
                    + " at step " + step + "; lower 'learning-rate', which is " + learningRate);
        }
    }
}
