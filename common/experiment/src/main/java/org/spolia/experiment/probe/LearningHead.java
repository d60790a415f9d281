package org.spolia.experiment.probe;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What learns, with its name and those of its scores.
 *
 * @param metrics of what has learned, in their order
 */
record LearningHead(String name, List<String> metrics, Learning learning) {
    @FunctionalInterface
    interface Learning {
        /**
         * Learns from some rows.
         *
         * @param train their places
         * @param folds of the inner validation, one for each
         */
        Trained learn(int[] train, int[] folds);
    }

    /**
     * What has learned.
     *
     * @param scores by metric, on rows of vectors
     */
    record Trained(BiFunction<LabelledVectors, int[], Map<String, Double>> scores, TrainedHead.Choice choice) {}
}
