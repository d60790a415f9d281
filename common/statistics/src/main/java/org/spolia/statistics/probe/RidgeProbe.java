package org.spolia.statistics.probe;

import org.spolia.statistics.Cholesky;
import org.spolia.statistics.Moments;
import org.spolia.statistics.Vectors;

/**
 * Ridge regression (Hoerl and Kennard, Technometrics 12 (1970) 55) on standardised features with an intercept that is not penalised. One
 * eigendecomposition of the Gram matrix of rows or, where they are fewer, of features serves all penalties and folds: with the hat matrix
 * H of all rows, the residuals of a fold G whose rows are left out are (I - H_GG)⁻¹ times those of the fit to all rows.
 */
public final class RidgeProbe {
    /** Eigenvalues below this share of the largest are rounding. */
    private static final double RANK = 1e-13;

    private final Standardisation standardisation;
    private final double[] weights;
    private final double intercept;
    private final double penalty;

    private RidgeProbe(Standardisation standardisation, double[] weights, double intercept, double penalty) {
        this.standardisation = standardisation;
        this.weights = weights;
        this.intercept = intercept;
        this.penalty = penalty;
    }

    /**
     * The fit with the penalty, among some, whose squared error on rows that are left out, fold by fold, is least; of equally good ones
     * the greatest. Features are standardised by all rows.
     *
     * @param rows finite features, a row for each value of the target
     * @param target finite
     * @param penalties on a squared weight for each row, positive, ascending
     * @param folds the fold of each row, from 0 without a gap, at least two of them
     */
    public static RidgeProbe fit(double[][] rows, double[] target, double[] penalties, int[] folds) {
        int[][] members = Folds.of(rows, folds).members();
        Standardisation standardisation = Standardisation.of(rows);
        double[][] features = standardisation.apply(rows);
        double mean = Moments.mean(target);
        double[] centred = new double[target.length];
        for (int row = 0; row < centred.length; row++) {
            centred[row] = target[row] - mean;
        }
        Spectrum spectrum = Spectrum.of(features, centred);
        double best = penalties[penalties.length - 1];
        double least = Double.POSITIVE_INFINITY;
        for (int i = penalties.length - 1; i >= 0; i--) {
            double error = spectrum.errorLeftOut(centred, members, penalties[i] * rows.length);
            if (error < least) {
                least = error;
                best = penalties[i];
            }
        }
        return new RidgeProbe(standardisation, spectrum.weights(features, best * rows.length), mean, best);
    }

    /** The penalty that was chosen, on a squared weight for each row. */
    public double penalty() {
        return penalty;
    }

    public double[] predict(double[][] rows) {
        double[][] features = standardisation.apply(rows);
        double[] prediction = new double[rows.length];
        for (int row = 0; row < prediction.length; row++) {
            prediction[row] = intercept + Vectors.dot(features[row], weights);
        }
        return prediction;
    }

    /**
     * The eigenvalues of ZZᵀ that are not 0, their vectors of rows, and the shares of the target along these.
     *
     * @param directions eigenvectors of ZᵀZ where there are fewer features than rows; otherwise those of rows give the weights
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Spectrum(double[] values, double[][] vectors, double[] shares, double[][] directions) {
        static Spectrum of(double[][] features, double[] centred) {
            boolean primal = features[0].length < features.length;
            SymmetricEigen eigen = SymmetricEigen.of(primal ? amongFeatures(features) : Vectors.gram(features));
            double largest = 0;
            for (double value : eigen.values()) {
                largest = Math.max(largest, value);
            }
            int rank = 0;
            for (double value : eigen.values()) {
                rank += value > RANK * largest ? 1 : 0;
            }
            double[] values = new double[rank];
            double[][] found = new double[rank][];
            int place = 0;
            for (int i = 0; i < eigen.values().length; i++) {
                if (eigen.values()[i] > RANK * largest) {
                    values[place] = eigen.values()[i];
                    found[place++] = eigen.vectors()[i];
                }
            }
            double[][] vectors = primal ? ofRows(features, values, found) : found;
            double[] shares = new double[rank];
            for (int i = 0; i < rank; i++) {
                shares[i] = Vectors.dot(vectors[i], centred);
            }
            return new Spectrum(values, vectors, shares, primal ? found : new double[0][]);
        }

        private static double[][] ofRows(double[][] features, double[] values, double[][] directions) {
            double[][] vectors = new double[values.length][features.length];
            for (int i = 0; i < values.length; i++) {
                double length = Math.sqrt(values[i]);
                for (int row = 0; row < features.length; row++) {
                    vectors[i][row] = Vectors.dot(features[row], directions[i]) / length;
                }
            }
            return vectors;
        }

        double[] weights(double[][] features, double penalty) {
            double[] weights = new double[features[0].length];
            double[] ofRows = new double[features.length];
            for (int i = 0; i < values.length; i++) {
                if (directions.length > 0) {
                    Vectors.addScaled(weights, Math.sqrt(values[i]) / (values[i] + penalty) * shares[i], directions[i]);
                    continue;
                }
                Vectors.addScaled(ofRows, shares[i] / (values[i] + penalty), vectors[i]);
            }
            if (directions.length == 0) {
                for (int row = 0; row < features.length; row++) {
                    Vectors.addScaled(weights, ofRows[row], features[row]);
                }
            }
            return weights;
        }

        /** The sum of squares over all folds; infinite where leaving one out leaves no solution that rounding does not decide. */
        double errorLeftOut(double[] centred, int[][] folds, double penalty) {
            double[] residual = centred.clone();
            for (int i = 0; i < values.length; i++) {
                Vectors.addScaled(residual, -values[i] / (values[i] + penalty) * shares[i], vectors[i]);
            }
            double sum = 0;
            for (int[] fold : folds) {
                double[] right = new double[fold.length];
                for (int a = 0; a < fold.length; a++) {
                    right[a] = residual[fold[a]];
                }
                try {
                    double[] leftOut = Cholesky.of(complement(fold, centred.length, penalty))
                            .solve(right);
                    sum += Vectors.dot(leftOut, leftOut);
                } catch (Cholesky.DependentColumnException e) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            return sum;
        }

        /** The lower triangle of I - H for the rows of a fold. */
        private double[][] complement(int[] fold, int rows, double penalty) {
            double[][] complement = new double[fold.length][];
            for (int a = 0; a < fold.length; a++) {
                complement[a] = new double[a + 1];
                complement[a][a] = 1;
                for (int b = 0; b <= a; b++) {
                    complement[a][b] -= 1.0 / rows;
                }
            }
            double[] part = new double[fold.length];
            for (int i = 0; i < values.length; i++) {
                for (int a = 0; a < fold.length; a++) {
                    part[a] = vectors[i][fold[a]];
                }
                double share = values[i] / (values[i] + penalty);
                for (int a = 0; a < fold.length; a++) {
                    Vectors.addScaled(complement[a], -share * part[a], part);
                }
            }
            return complement;
        }

        private static double[][] amongFeatures(double[][] features) {
            int size = features[0].length;
            double[][] products = new double[size][size];
            for (double[] row : features) {
                for (int a = 0; a < size; a++) {
                    Vectors.addScaled(products[a], row[a], row);
                }
            }
            return products;
        }
    }
}
