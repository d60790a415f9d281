package org.spolia.experiment.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.RowSampling;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.row.Feature;

/**
 * Builds a block of the table from the values of a trajectory, or of rows of a file.
 *
 * @param trajectory null for a survey
 */
record FeatureBlock(
        FeatureProblem problem, String file, @Nullable Integer trajectory, String split) {

    /**
     * Returns a sample of the rows in which every value is finite; empty if there is none.
     *
     * @param places the position of each row, ascending
     * @param truth the target before noise was added; null if none was
     */
    Optional<Feature> of(long[] places, double[][] columns, double[] target, double @Nullable [] truth) {
        int[] finite = IntStream.range(0, places.length)
                .filter(row -> isFinite(row, columns, target))
                .toArray();
        if (finite.length == 0) {
            return Optional.empty();
        }
        long[] found = Arrays.stream(finite).mapToLong(row -> places[row]).toArray();
        int[] sample = Arrays.stream(
                        RowSampling.of(problem.seed(), file, trajectory).smallest(found, problem.rows()))
                .map(index -> finite[index])
                .toArray();
        List<Long> points = Arrays.stream(sample).mapToObj(row -> places[row]).toList();
        return Optional.of(new Feature(
                problem.featuresId(),
                problem.source(),
                file,
                trajectory,
                split,
                points.get(0),
                sample.length,
                points,
                Arrays.stream(columns).map(column -> pick(column, sample)).toArray(double[][]::new),
                pick(target, sample),
                truth == null ? null : pick(truth, sample)));
    }

    private static boolean isFinite(int row, double[][] columns, double[] target) {
        for (double[] column : columns) {
            if (!Double.isFinite(column[row])) {
                return false;
            }
        }
        return Double.isFinite(target[row]);
    }

    static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
