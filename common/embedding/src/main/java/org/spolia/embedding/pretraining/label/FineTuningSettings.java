package org.spolia.embedding.pretraining.label;

import java.io.Serializable;
import java.util.List;

/**
 * How an encoder learns labels; which of the learning rates and numbers of steps, it chooses.
 *
 * @param learningRates of Adam
 * @param steps of the optimiser, ascending
 * @param batchSize samples in a step
 * @param seed of the samples of each step
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
