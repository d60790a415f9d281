package org.spolia.statistics.baseline;

import org.spolia.statistics.Cholesky;

/**
 * The logarithm of the marginal likelihood of a Gaussian process, up to a constant, as a function of the logarithms of
 * its length scales and of the noise, which comes last. The scale s² of the covariance s² (R + λ N) is the one that
 * maximises the likelihood.
 */
final class GaussianLikelihood {
    private static final double LEAST_LENGTH = StrictMath.log(0.05);
    private static final double MOST_LENGTH = StrictMath.log(1000);
    private static final double LEAST_NOISE = StrictMath.log(1e-7);
    private static final double MOST_NOISE = StrictMath.log(100);

    /** Keeps the covariance of equal rows with little noise from being singular. */
    private static final double JITTER = 1e-8;

    private final double[][] points;
    private final double[] values;
    private final double[] noise;
    private double[][] covariance = new double[0][];
    private double[] logarithms = new double[0];
    private double[] solution = new double[0];
    private Cholesky factor = Cholesky.of(new double[0][]);

    /**
     * @param points one column for each variable, in units of its standard deviation
     * @param values with mean 0 and variance 1
     * @param noise the noise variance of each row, with mean 1
     */
    GaussianLikelihood(double[][] points, double[] values, double[] noise) {
        this.points = points;
        this.values = values;
        this.noise = noise;
    }

    static double bounded(boolean isNoise, double logarithm) {
        return isNoise
                ? Math.max(LEAST_NOISE, Math.min(MOST_NOISE, logarithm))
                : Math.max(LEAST_LENGTH, Math.min(MOST_LENGTH, logarithm));
    }

    double at(double[] logarithms) {
        solution = solution(logarithms);
        double determinant = 0;
        for (int row = 0; row < values.length; row++) {
            determinant += StrictMath.log(factor.diagonal(row));
        }
        return -0.5 * values.length * StrictMath.log(product(values, solution)) - determinant;
    }

    /** (R + λ N)⁻¹ y. */
    double[] solution(double[] logarithms) {
        this.logarithms = logarithms.clone();
        covariance = covariance();
        factor = Cholesky.of(covariance);
        return factor.solve(values);
    }

    /** The derivatives at the last point of {@link #at}: ½ tr((n α αᵀ / yᵀα - A⁻¹) dA). */
    double[] gradient() {
        int rows = values.length;
        int variables = points.length;
        double share = StrictMath.exp(logarithms[variables]);
        double weight = rows / product(values, solution);
        double[] gradient = new double[variables + 1];
        double[] rates = rates();
        for (int row = 0; row < rows; row++) {
            double[] unit = new double[rows];
            unit[row] = 1;
            double[] inverse = factor.solve(unit);
            for (int other = 0; other < row; other++) {
                double change = (weight * solution[row] * solution[other] - inverse[other]) * covariance[row][other];
                for (int variable = 0; variable < variables; variable++) {
                    double distance = points[variable][row] - points[variable][other];
                    gradient[variable] += change * distance * distance * rates[variable];
                }
            }
            gradient[variables] += 0.5 * (weight * solution[row] * solution[row] - inverse[row]) * share * noise[row];
        }
        return gradient;
    }

    /** The lower triangle of R + λ N. */
    private double[][] covariance() {
        int variables = points.length;
        double share = StrictMath.exp(logarithms[variables]);
        double[] rates = rates();
        double[][] covariance = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            covariance[row] = new double[row + 1];
            for (int other = 0; other < row; other++) {
                double sum = 0;
                for (int variable = 0; variable < variables; variable++) {
                    double distance = points[variable][row] - points[variable][other];
                    sum += distance * distance * rates[variable];
                }
                covariance[row][other] = StrictMath.exp(-0.5 * sum);
            }
            covariance[row][row] = 1 + share * noise[row] + JITTER;
        }
        return covariance;
    }

    /** One over the squares of the length scales. */
    private double[] rates() {
        double[] rates = new double[points.length];
        for (int variable = 0; variable < rates.length; variable++) {
            rates[variable] = StrictMath.exp(-2 * logarithms[variable]);
        }
        return rates;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
