package org.spolia.statistics.probe;

import org.spolia.statistics.Vectors;

/**
 * The matrix that maps training values to the ridge fit of standardised features Z, for any penalty: the non-zero
 * eigenvalues of ZZᵀ and their eigenvectors over rows.
 *
 * @param directions eigenvectors of ZᵀZ if there are fewer features than rows; otherwise those of rows give the weights
 */
@SuppressWarnings("ArrayRecordComponent")
record HatMatrix(double[] values, double[][] vectors, double[][] directions, int rows) {
    /** Eigenvalues below this share of the largest are rounding. */
    private static final double RANK = 1e-13;

    static HatMatrix of(double[][] features) {
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
        return new HatMatrix(
                values,
                primal ? ofRows(features, values, found) : found,
                primal ? found : new double[0][],
                features.length);
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

    /** Returns the components of a target with mean 0 along the eigenvectors. */
    double[] shares(double[] centred) {
        double[] shares = new double[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Vectors.dot(vectors[i], centred);
        }
        return shares;
    }

    /** Returns the weights of the features in the fit to a target with these components. */
    double[] weights(double[][] features, double[] shares, double penalty) {
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

    /** Returns a target with mean 0, less its fit. */
    double[] residual(double[] centred, double[] shares, double penalty) {
        double[] residual = centred.clone();
        for (int i = 0; i < values.length; i++) {
            Vectors.addScaled(residual, -values[i] / (values[i] + penalty) * shares[i], vectors[i]);
        }
        return residual;
    }

    /**
     * The same for several targets at once.
     *
     * @param centred a row for each target
     * @param shares likewise
     * @return a row for each row of the features
     */
    double[][] residuals(double[][] centred, double[][] shares, double penalty) {
        double[][] residuals = new double[rows][centred.length];
        for (int row = 0; row < rows; row++) {
            for (int target = 0; target < centred.length; target++) {
                residuals[row][target] = centred[target][row];
            }
        }
        double[] fitted = new double[centred.length];
        for (int i = 0; i < values.length; i++) {
            for (int target = 0; target < fitted.length; target++) {
                fitted[target] = -values[i] / (values[i] + penalty) * shares[target][i];
            }
            for (int row = 0; row < rows; row++) {
                Vectors.addScaled(residuals[row], vectors[i][row], fitted);
            }
        }
        return residuals;
    }

    /** Returns the lower triangle of I - H for some rows, where H includes the mean. */
    double[][] complement(int[] places, double penalty) {
        double[][] complement = new double[places.length][];
        for (int a = 0; a < places.length; a++) {
            complement[a] = new double[a + 1];
            complement[a][a] = 1;
            for (int b = 0; b <= a; b++) {
                complement[a][b] -= 1.0 / rows;
            }
        }
        double[] part = new double[places.length];
        for (int i = 0; i < values.length; i++) {
            for (int a = 0; a < places.length; a++) {
                part[a] = vectors[i][places[a]];
            }
            double share = values[i] / (values[i] + penalty);
            for (int a = 0; a < places.length; a++) {
                Vectors.addScaled(complement[a], -share * part[a], part);
            }
        }
        return complement;
    }
}
