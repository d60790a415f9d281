package org.spolia.embedding.pretraining.label;

import java.io.Serializable;
import java.util.List;

/**
 * Settings of the training on labels, which selects among the learning rates and numbers of steps.
 *
 * @param learningRates the learning rates of Adam
 * @param steps the numbers of steps of the optimiser, ascending
 * @param batchSize the samples in a step
 * @param seed the seed of the samples of each step
 */
public record FineTuningSettings(List<Double> learningRates, List<Integer> steps, int batchSize, long seed)
        implements Serializable {
    public FineTuningSettings {
        learningRates = List.copyOf(learningRates);
        steps = steps.stream().sorted().toList();
        if (learningRates.isEmpty()
                || learningRates.stream().anyMatch(rate -> !(rate > 0))
                || steps.isEmpty()
                || steps.get(0) < 1
                || batchSize < 1) {
            throw new IllegalArgumentException("Learning rates " + learningRates + " must be above 0, steps " + steps
                    + " and batchSize " + batchSize + " 1 or more");
        }
    }
}
