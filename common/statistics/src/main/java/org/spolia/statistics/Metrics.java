package org.spolia.statistics;

/**
 * Metrics of predictions against a target. A row is valid if its prediction is finite; the target is finite everywhere.
 *
 * <p>Undefined results are NaN (no rows, no valid row, division by the variance of a constant target), and results
 * beyond the range of a double are infinite. No number causes an exception. Arrays of different lengths are a bug of
 * the caller.
 */
public final class Metrics {
    /** Below this share of valid rows the bounded score is 0. */
    public static final double REQUIRED_VALID_SHARE = 0.99;

    /** A law counts as recovered if its nmse is below this, both in the training range and out of distribution. */
    public static final double RECOVERED = 1e-6;

    /** Errors below 10^-12 are rounding errors. */
    public static final double LEAST_DECADE = -12;

    /** Errors above 10^6 are equally useless. */
    public static final double MOST_DECADE = 6;

    private Metrics() {}

    /** The share of rows whose prediction is finite. */
    public static double validShare(double[] prediction) {
        return (double) validRows(prediction) / prediction.length;
    }

    /** The sum of squared residuals over the valid rows. */
    public static double residualSumOfSquares(double[] prediction, double[] target) {
        requireSameLength(prediction, target);
        return Sums.sum(target.length, i -> squaredResidual(prediction[i], target[i]));
    }

    /** The mean squared residual over the valid rows. */
    public static double meanSquaredError(double[] prediction, double[] target) {
        return residualSumOfSquares(prediction, target) / validRows(prediction);
    }

    /** The mean squared residual over the valid rows, in units of the target's population variance over all rows. */
    public static double nmse(double[] prediction, double[] target) {
        requireSameLength(prediction, target);
        double variance = Moments.populationVariance(target);
        return variance > 0 ? meanSquaredError(prediction, target) / variance : Double.NaN;
    }

    /** The share of the target's variance that the prediction explains: 1 - {@link #nmse}. */
    public static double r2(double[] prediction, double[] target) {
        return 1 - nmse(prediction, target);
    }

    /**
     * The root of the mean squared residual over the valid rows, in units of the root mean square of the target (NRMSE
     * of The Well and of PDEBench, here over rows); NaN for a target that is 0 everywhere.
     */
    public static double nrmse(double[] prediction, double[] target) {
        double square = Sums.sum(target.length, i -> target[i] * target[i]) / target.length;
        return square > 0 ? Math.sqrt(meanSquaredError(prediction, target) / square) : Double.NaN;
    }

    /**
     * The root of the mean squared residual over the valid rows, in units of the target's sample variance plus 1e-7
     * (VRMSE of The Well, whose deviation has the number of rows less one as its divisor); nearly 1 for predicting the
     * mean, NaN for a single row.
     */
    public static double vrmse(double[] prediction, double[] target) {
        double variance = Moments.populationVariance(target) * target.length / (target.length - 1);
        return Math.sqrt(meanSquaredError(prediction, target) / (variance + 1e-7));
    }

    /**
     * 1 / (1 + sqrt(nmse)): 1 for a perfect prediction, 1/2 for predicting the mean, approaching 0 for large errors. It
     * is 0 if less than {@link #REQUIRED_VALID_SHARE} of the rows are valid. It is finite whenever there are rows, so
     * it has a mean where errors of extrapolation have none. On a constant target it is 1 for an exact prediction and 0
     * for any other.
     */
    public static double boundedScore(double[] prediction, double[] target) {
        requireSameLength(prediction, target);
        if (validShare(prediction) < REQUIRED_VALID_SHARE) {
            return 0;
        }
        double error = meanSquaredError(prediction, target);
        return error == 0 ? 1 : 1 / (1 + Math.sqrt(error / Moments.populationVariance(target)));
    }

    /**
     * The share of all rows that are valid and whose error is at most {@code tolerance} times the absolute value of the
     * target.
     */
    public static double accuracy(double[] prediction, double[] target, double tolerance) {
        requireSameLength(prediction, target);
        int hits = 0;
        for (int i = 0; i < target.length; i++) {
            if (Math.abs(prediction[i] - target[i]) <= tolerance * Math.abs(target[i])) {
                hits++;
            }
        }
        return (double) hits / target.length;
    }

    /**
     * Returns whether a law found without noise is the ground truth: its error is below {@link #RECOVERED} in the
     * training range and out of distribution, where an approximation fails. An undefined nmse (NaN) is not below it.
     */
    public static boolean recovered(double nmseTest, double nmseOod) {
        return nmseTest < RECOVERED && nmseOod < RECOVERED;
    }

    /**
     * The number of decades by which the error grows from the training range to out of distribution: the difference of
     * their decimal logarithms, each limited to {@link #LEAST_DECADE} and {@link #MOST_DECADE}, so that neither a
     * perfect nor a diverging law dominates a mean. NaN if one of the two is undefined.
     */
    public static double generalisationGap(double nmseTest, double nmseOod) {
        return boundedDecade(nmseOod) - boundedDecade(nmseTest);
    }

    /** The decimal logarithm of an error, limited to {@link #LEAST_DECADE} and {@link #MOST_DECADE}; NaN for NaN. */
    public static double boundedDecade(double nmse) {
        // StrictMath, because Math may round differently on another JDK.
        return Math.max(LEAST_DECADE, Math.min(MOST_DECADE, StrictMath.log10(nmse)));
    }

    private static int validRows(double[] prediction) {
        int valid = 0;
        for (double value : prediction) {
            if (Double.isFinite(value)) {
                valid++;
            }
        }
        return valid;
    }

    private static double squaredResidual(double prediction, double target) {
        return Double.isFinite(prediction) ? (prediction - target) * (prediction - target) : 0;
    }

    private static void requireSameLength(double[] prediction, double[] target) {
        if (prediction.length != target.length) {
            throw new IllegalArgumentException(
                    "Prediction has " + prediction.length + " rows, target has " + target.length + "; they must match");
        }
    }
}
