package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * An expression that a trial ended with.
 *
 * @param rank 1 for the best of its complexity
 * @param expression infix; its constants keep their bits
 * @param loss mean squared error on the training rows
 */
public record CandidateRow(
        String trialId,
        int complexity,
        int rank,
        String expression,
        int size,
        int depth,
        Map<String, Integer> operators,
        List<Double> constants,
        double loss,
        boolean pareto,
        boolean selected)
        implements Serializable {}
