package org.spolia.statistics.probe;

import java.util.Arrays;
import org.spolia.statistics.Cholesky;
import org.spolia.statistics.Moments;
import org.spolia.statistics.Vectors;

/**
 * Ridge regression (Hoerl and Kennard, Technometrics 12 (1970) 55) on standardised features with an unpenalised
 * intercept, of one number or of arrays. One eigendecomposition of the Gram matrix of rows, or of features if these are
 * fewer, serves all penalties, folds and numbers of an array: with the hat matrix H of all rows, the residuals of a
 * left-out fold G are (I - H_GG)⁻¹ times those of the fit to all rows.
 *
 * <p>A missing value of an array (NaN) is left out in the same way: it is replaced by the prediction from the other
 * rows, which adds nothing to the loss. So a fit is exact whatever is missing. While the penalty is selected, the mean
 * of a position replaces missing values.
 */
public final class RidgeProbe {
    private final Standardisation standardisation;
    private final double[][] weights;
    private final double[] intercepts;
    private final double penalty;

    private RidgeProbe(Standardisation standardisation, double[][] weights, double[] intercepts, double penalty) {
        this.standardisation = standardisation;
        this.weights = weights;
        this.intercepts = intercepts;
        this.penalty = penalty;
    }

    /**
     * Fits with the penalty that minimises the squared error on left-out rows, fold by fold; of equal errors the
     * greatest penalty. Features are standardised over all rows.
     *
     * @param rows finite features, a row for each value of the target
     * @param target finite
     * @param penalties to choose from, on a squared weight for each row; positive, ascending
     * @param folds the fold of each row, from 0 without gaps, at least two folds
     */
    public static RidgeProbe fit(double[][] rows, double[] target, double[] penalties, int[] folds) {
        return ofPlaces(rows, new double[][] {target}, penalties, folds);
    }

    /**
     * The same for arrays of one length, all with one penalty.
     *
     * @param targets an array for each row, finite or NaN where a value is missing
     */
    public static RidgeProbe ofArrays(double[][] rows, double[][] targets, double[] penalties, int[] folds) {
        double[][] places = new double[targets[0].length][targets.length];
        for (int row = 0; row < targets.length; row++) {
            for (int place = 0; place < places.length; place++) {
                places[place][row] = targets[row][place];
            }
        }
        return ofPlaces(rows, places, penalties, folds);
    }

    /**
     * The same for classes from 0, each of which is 1 in its rows and 0 in the others, as in scikit-learn's
     * RidgeClassifier.
     *
     * @param count the number of classes
     */
    public static RidgeProbe classification(
            double[][] rows, int[] classes, int count, double[] penalties, int[] folds) {
        return ofArrays(rows, Classes.oneHot(classes, count), penalties, folds);
    }

    private static RidgeProbe ofPlaces(double[][] rows, double[][] places, double[] penalties, int[] folds) {
        int[][] members = Folds.of(rows, folds).members();
        Standardisation standardisation = Standardisation.of(rows);
        double[][] features = standardisation.apply(rows);
        HatMatrix hat = HatMatrix.of(features);
        Output[] outputs =
                Arrays.stream(places).map(values -> Output.of(values, hat)).toArray(Output[]::new);
        double best = penalties[penalties.length - 1];
        double least = Double.POSITIVE_INFINITY;
        for (int i = penalties.length - 1; i >= 0; i--) {
            double error = errorLeftOut(hat, outputs, members, penalties[i] * rows.length);
            if (error < least) {
                least = error;
                best = penalties[i];
            }
        }
        double[][] weights = new double[outputs.length][];
        double[] intercepts = new double[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            Output output = outputs[i].filled(hat, best * rows.length);
            weights[i] = hat.weights(features, output.shares, best * rows.length);
            intercepts[i] = output.mean;
        }
        return new RidgeProbe(standardisation, weights, intercepts, best);
    }

    /**
     * Returns the sum of squares over all folds; infinite if the solution without a fold would be dominated by
     * rounding.
     */
    private static double errorLeftOut(HatMatrix hat, Output[] outputs, int[][] folds, double penalty) {
        double[][] residuals = hat.residuals(
                Arrays.stream(outputs).map(Output::centred).toArray(double[][]::new),
                Arrays.stream(outputs).map(Output::shares).toArray(double[][]::new),
                penalty);
        double sum = 0;
        for (int[] fold : folds) {
            double[][] leftOut;
            try {
                leftOut = Cholesky.of(hat.complement(fold, penalty))
                        .solve(Arrays.stream(fold)
                                .mapToObj(row -> residuals[row])
                                .toArray(double[][]::new));
            } catch (Cholesky.DependentColumnException e) {
                return Double.POSITIVE_INFINITY;
            }
            double[] ofOutput = new double[fold.length];
            for (int i = 0; i < outputs.length; i++) {
                for (int a = 0; a < fold.length; a++) {
                    ofOutput[a] = outputs[i].missing[fold[a]] ? 0 : leftOut[a][i];
                }
                sum += Vectors.dot(ofOutput, ofOutput);
            }
        }
        return sum;
    }

    private static double[] at(int[] places, double[] values) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    /** The selected penalty, on a squared weight for each row. */
    public double penalty() {
        return penalty;
    }

    /** Returns the predicted number of each row; of arrays the first. */
    public double[] predict(double[][] rows) {
        double[] prediction = new double[rows.length];
        double[][] arrays = predictArrays(rows);
        for (int row = 0; row < prediction.length; row++) {
            prediction[row] = arrays[row][0];
        }
        return prediction;
    }

    /** Returns the class of each row with the greatest number; of equal numbers the first. */
    public int[] predictClasses(double[][] rows) {
        return Classes.largest(predictArrays(rows));
    }

    /** Returns the predicted array of each row; NaN at a position where all training values are missing. */
    public double[][] predictArrays(double[][] rows) {
        double[][] features = standardisation.apply(rows);
        double[][] prediction = new double[rows.length][weights.length];
        for (int row = 0; row < prediction.length; row++) {
            for (int i = 0; i < weights.length; i++) {
                prediction[row][i] = intercepts[i] + Vectors.dot(features[row], weights[i]);
            }
        }
        return prediction;
    }

    /**
     * One number of the target for all rows.
     *
     * @param centred the values less their mean, and 0 if missing
     * @param mean the mean of the values that are not missing
     * @param shares the components of the values along the eigenvectors of the hat matrix
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Output(double[] centred, boolean[] missing, double mean, double[] shares) {
        static Output of(double[] values, HatMatrix hat) {
            double mean = Moments.mean(
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
            double[] centred = new double[values.length];
            boolean[] missing = new boolean[values.length];
            for (int row = 0; row < values.length; row++) {
                missing[row] = Double.isNaN(values[row]);
                centred[row] = missing[row] ? 0 : values[row] - mean;
            }
            return new Output(centred, missing, mean, hat.shares(centred));
        }

        /**
         * Replaces missing values by their predictions from the others, or by the mean if rounding would dominate or
         * nothing is left.
         */
        Output filled(HatMatrix hat, double penalty) {
            int[] places = new int[missing.length];
            int count = 0;
            for (int row = 0; row < missing.length; row++) {
                if (missing[row]) {
                    places[count++] = row;
                }
            }
            if (count == 0 || count == missing.length) {
                return this;
            }
            int[] left = Arrays.copyOf(places, count);
            double[] leftOut;
            try {
                leftOut = Cholesky.of(hat.complement(left, penalty))
                        .solve(at(left, hat.residual(centred, shares, penalty)));
            } catch (Cholesky.DependentColumnException e) {
                return this;
            }
            double[] filled = centred.clone();
            for (int a = 0; a < count; a++) {
                filled[left[a]] = -leftOut[a];
            }
            double shift = Moments.mean(filled);
            for (int row = 0; row < filled.length; row++) {
                filled[row] -= shift;
            }
            return new Output(filled, missing, mean + shift, hat.shares(filled));
        }
    }
}
