package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;
import org.spolia.statistics.PooledMoments;

/**
 * The moments of a component of a field in one file.
 *
 * @param split null for a file without the folder of a split
 * @param points the number of values
 * @param mean the mean of the values; null with a reason if one is not finite
 * @param squares the sum of the squared distances from the mean
 * @param changes the number of differences between a step and the previous one
 * @param changeMean the mean of the differences; null if there are none, or with a reason
 * @param changeSquares the sum of the squared distances from changeMean
 * @param reason why there are no numbers
 */
public record FieldMoments(
        String dataset,
        String file,
        @Nullable String split,
        String field,
        String component,
        long points,
        @Nullable Double mean,
        @Nullable Double squares,
        long changes,
        @Nullable Double changeMean,
        @Nullable Double changeSquares,
        @Nullable String reason) {

    public static FieldMoments of(
            String dataset,
            String file,
            @Nullable String split,
            String field,
            String component,
            PooledMoments values,
            PooledMoments changes) {
        boolean finite = values.isFinite() && changes.isFinite();
        boolean changing = finite && changes.count() > 0;
        return new FieldMoments(
                dataset,
                file,
                split,
                field,
                component,
                values.count(),
                finite ? (Double) values.mean() : null,
                finite ? (Double) values.squares() : null,
                changes.count(),
                changing ? (Double) changes.mean() : null,
                changing ? (Double) changes.squares() : null,
                finite ? null : "a value is not finite");
    }

    /** The moments of the values. */
    public PooledMoments values() {
        return moments(points, mean, squares);
    }

    /** The moments of the differences. */
    public PooledMoments differences() {
        return changes == 0 ? PooledMoments.NONE : moments(changes, changeMean, changeSquares);
    }

    private static PooledMoments moments(long count, @Nullable Double mean, @Nullable Double squares) {
        return mean == null || squares == null
                ? new PooledMoments(count, Double.NaN, Double.NaN)
                : new PooledMoments(count, mean, squares);
    }
}
