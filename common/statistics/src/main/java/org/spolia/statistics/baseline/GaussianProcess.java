package org.spolia.statistics.baseline;

import java.util.Arrays;
import org.spolia.statistics.Moments;

/**
 * A target without its noise: the posterior mean, at the rows of the fit, of a Gaussian process whose covariance is the
 * squared exponential with a length scale for each variable, plus white noise (Rasmussen and Williams, Gaussian
 * Processes for Machine Learning, 2006, sections 2.2 and 5.4.1). Length scales and noise maximise the marginal
 * likelihood, from which the scale of the covariance is eliminated. The optimisation starts from fixed points, so the
 * same rows in the same order give the same bits.
 */
public final class GaussianProcess {
    /** With more rows, factoring the covariance takes longer than a search. */
    public static final int MOST_ROWS = 2000;

    /** The most rows for the likelihood, evenly spaced: each step towards its maximum inverts their covariance. */
    private static final int LIKELIHOOD_ROWS = 200;

    private static final int STEPS = 40;
    private static final double FIRST_STEP = 0.5;
    private static final double[][] STARTS = {{1, 0.1}, {0.3, 0.01}, {3, 0.01}};

    private final double[] smoothed;
    private final double noiseDeviation;
    private final double[] lengths;

    private GaussianProcess(double[] smoothed, double noiseDeviation, double[] lengths) {
        this.smoothed = smoothed;
        this.noiseDeviation = noiseDeviation;
        this.lengths = lengths;
    }

    /**
     * Fits the process.
     *
     * @param columns finite values of the variables, one column each
     * @param target finite and not constant, at most {@link #MOST_ROWS} values
     * @param weights one over the noise variance of each row, up to a factor; empty if it is the same for all
     */
    public static GaussianProcess fit(double[][] columns, double[] target, double[] weights) {
        int rows = target.length;
        if (rows > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "A Gaussian process takes at most " + MOST_ROWS + " rows; there are " + rows);
        }
        double[][] points = Scaling.of(columns).apply(columns);
        double mean = Moments.mean(target);
        double deviation = Moments.populationDeviation(target);
        double[] values =
                Arrays.stream(target).map(value -> (value - mean) / deviation).toArray();
        double[] noise = noise(rows, weights);
        double[] logarithms = mostLikely(points, values, noise);

        GaussianLikelihood whole = new GaussianLikelihood(points, values, noise);
        double[] solution = whole.solution(logarithms);
        double share = StrictMath.exp(logarithms[columns.length]);
        double[] smoothed = new double[rows];
        double scale = 0;
        for (int row = 0; row < rows; row++) {
            smoothed[row] = mean + deviation * (values[row] - share * noise[row] * solution[row]);
            scale += values[row] * solution[row] / rows;
        }
        double[] lengths = new double[columns.length];
        for (int variable = 0; variable < lengths.length; variable++) {
            lengths[variable] = StrictMath.exp(logarithms[variable]) * Moments.populationDeviation(columns[variable]);
        }
        return new GaussianProcess(smoothed, deviation * Math.sqrt(scale * share), lengths);
    }

    /** The target at the rows of the fit, without noise. */
    public double[] smoothed() {
        return smoothed.clone();
    }

    /** The standard deviation of the noise, in units of the target; with weights, that of a row of mean weight. */
    public double noiseDeviation() {
        return noiseDeviation;
    }

    /** The length scale of each variable, in units of the variable. */
    public double[] lengths() {
        return lengths.clone();
    }

    /** Returns noise variances with mean 1, inversely proportional to the weights. */
    private static double[] noise(int rows, double[] weights) {
        double[] noise = new double[rows];
        Arrays.fill(noise, 1);
        for (int row = 0; row < weights.length; row++) {
            noise[row] = 1 / weights[row];
        }
        double mean = Moments.mean(noise);
        return Arrays.stream(noise).map(variance -> variance / mean).toArray();
    }

    /** Returns the logarithms of the length scales and of the noise as a share of the covariance. */
    private static double[] mostLikely(double[][] points, double[] values, double[] noise) {
        int count = Math.min(LIKELIHOOD_ROWS, values.length);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) ((long) i * values.length / count);
        }
        double[][] columns =
                Arrays.stream(points).map(column -> take(column, rows)).toArray(double[][]::new);
        GaussianLikelihood likelihood = new GaussianLikelihood(columns, take(values, rows), take(noise, rows));
        double[] best = new double[0];
        double most = Double.NEGATIVE_INFINITY;
        for (double[] start : STARTS) {
            double[] at = new double[points.length + 1];
            Arrays.fill(at, StrictMath.log(start[0]));
            at[points.length] = StrictMath.log(start[1]);
            double[] reached = climb(likelihood, at);
            double value = likelihood.at(reached);
            if (best.length == 0 || value > most) {
                best = reached;
                most = value;
            }
        }
        return best;
    }

    private static double[] take(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Steps grow while the sign of a derivative stays and shrink when it changes (Riedmiller and Braun, ICNN 1993). */
    private static double[] climb(GaussianLikelihood likelihood, double[] start) {
        double[] at = start.clone();
        double[] step = new double[at.length];
        double[] before = new double[at.length];
        Arrays.fill(step, FIRST_STEP);
        double[] best = at.clone();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double value = likelihood.at(at);
            if (value > most) {
                most = value;
                best = at.clone();
            }
            double[] gradient = likelihood.gradient();
            for (int k = 0; k < at.length; k++) {
                double product = gradient[k] * before[k];
                step[k] = Math.min(1, step[k] * (product > 0 ? 1.2 : product < 0 ? 0.5 : 1));
                before[k] = product < 0 ? 0 : gradient[k];
                at[k] = GaussianLikelihood.bounded(k == at.length - 1, at[k] + step[k] * Math.signum(before[k]));
            }
        }
        return best;
    }
}
