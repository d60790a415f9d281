package org.spolia.field;

/**
 * The least-squares fit of y by a sum of columns, through A = Q R by the Gram-Schmidt process. It runs twice, because a
 * single run leaves nearly dependent columns visibly oblique (Giraud et al., Numerische Mathematik 101 (2005) 87).
 */
final class LeastSquares {
    private final double[][] orthonormal;
    private final double[][] upper;

    private LeastSquares(double[][] orthonormal, double[][] upper) {
        this.orthonormal = orthonormal;
        this.upper = upper;
    }

    static LeastSquares of(double[][] columns) {
        int count = columns.length;
        double[][] orthonormal = new double[count][];
        double[][] upper = new double[count][count];
        for (int column = 0; column < count; column++) {
            double[] rest = columns[column].clone();
            for (int pass = 0; pass < 2; pass++) {
                for (int before = 0; before < column; before++) {
                    double share = dot(orthonormal[before], rest);
                    upper[before][column] += share;
                    add(-share, orthonormal[before], rest);
                }
            }
            double length = Math.sqrt(dot(rest, rest));
            upper[column][column] = length;
            for (int i = 0; i < rest.length; i++) {
                rest[i] /= length;
            }
            orthonormal[column] = rest;
        }
        return new LeastSquares(orthonormal, upper);
    }

    /** Returns the weight of each value of y in a coefficient: Q R⁻ᵀ e for the unit vector e of the column. */
    double[] weights(int column) {
        double[] weights = new double[orthonormal[0].length];
        double[] share = new double[upper.length];
        for (int k = 0; k < upper.length; k++) {
            double sum = k == column ? 1 : 0;
            for (int before = 0; before < k; before++) {
                sum -= upper[before][k] * share[before];
            }
            share[k] = sum / upper[k][k];
            add(share[k], orthonormal[k], weights);
        }
        return weights;
    }

    private static void add(double factor, double[] direction, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * direction[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
