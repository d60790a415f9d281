package org.spolia.experiment.probe;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A head to train, with its name and those of its scores.
 *
 * @param metrics the metrics of the trained head, in their order
 */
record LearningHead(String name, List<String> metrics, Learning learning) {
    @FunctionalInterface
    interface Learning {
        /**
         * Trains on some rows.
         *
         * @param train the indices of the rows
         * @param folds the fold of the inner validation for each
         */
        Trained learn(int[] train, int[] folds);
    }

    /**
     * A trained head.
     *
     * @param scores by metric, on rows of embeddings
     */
    record Trained(BiFunction<LabelledVectors, int[], Map<String, Double>> scores, TrainedHead.Choice choice) {}
}
