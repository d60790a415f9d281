package org.spolia.statistics.probe;

import org.spolia.statistics.Vectors;

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix: Householder reduction to tridiagonal form, then the
 * implicit QL algorithm (Golub and Van Loan, Matrix Computations, 4th edition, sections 8.3.1 and 8.3.3; procedure tql2
 * of Bowdler, Martin, Reinsch and Wilkinson, Numerische Mathematik 11 (1968) 293). Eigenvectors are rows, so that the
 * inner loops are contiguous in memory.
 */
final class SymmetricEigen {
    /** The distance from 1 to the next double. */
    private static final double EPSILON = 0x1p-52;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Computes the decomposition.
     *
     * @param matrix finite; the whole matrix, not a triangle; it is overwritten
     */
    static SymmetricEigen of(double[][] matrix) {
        int size = matrix.length;
        double[] diagonal = new double[size];
        double[] beside = new double[size];
        double[] scales = new double[size];
        tridiagonalise(matrix, diagonal, beside, scales);
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            vectors[i][i] = 1;
        }
        rotate(diagonal, beside, vectors);
        for (double[] vector : vectors) {
            for (int step = size - 3; step >= 0; step--) {
                double share = scales[step] * Vectors.dot(matrix[step], vector, step + 1);
                Vectors.addScaled(vector, -share, matrix[step], step + 1);
            }
        }
        return new SymmetricEigen(diagonal, vectors);
    }

    /** The eigenvalues in no particular order. */
    double[] values() {
        return values;
    }

    /** The eigenvectors, a row for each eigenvalue. */
    double[][] vectors() {
        return vectors;
    }

    /** Leaves the vector of each reflection I - scale·v·vᵀ in its row of the matrix, right of the diagonal. */
    private static void tridiagonalise(double[][] matrix, double[] diagonal, double[] beside, double[] scales) {
        int size = diagonal.length;
        double[] product = new double[size];
        for (int step = 0; step < size; step++) {
            diagonal[step] = matrix[step][step];
            if (step + 1 == size) {
                return;
            }
            double[] v = matrix[step];
            double norm = Math.sqrt(Vectors.dot(v, v, step + 1));
            double first = v[step + 1];
            double turned = first > 0 ? -norm : norm;
            beside[step] = step + 2 == size ? first : turned;
            if (norm == 0 || step + 2 == size) {
                continue;
            }
            v[step + 1] = first - turned;
            double scale = 2 / Vectors.dot(v, v, step + 1);
            scales[step] = scale;
            for (int row = step + 1; row < size; row++) {
                product[row] = scale * Vectors.dot(matrix[row], v, step + 1);
            }
            Vectors.addScaled(product, -scale / 2 * Vectors.dot(product, v, step + 1), v, step + 1);
            for (int row = step + 1; row < size; row++) {
                subtract(matrix[row], v[row], product, product[row], v, step + 1);
            }
        }
    }

    private static void subtract(double[] row, double a, double[] x, double b, double[] y, int from) {
        for (int i = from; i < row.length; i++) {
            row[i] -= a * x[i] + b * y[i];
        }
    }

    private static void rotate(double[] d, double[] e, double[][] vectors) {
        int size = d.length;
        double norm = 0;
        for (int i = 0; i < size; i++) {
            norm = Math.max(norm, Math.abs(d[i]) + Math.abs(e[i]));
        }
        double shift = 0;
        for (int l = 0; l < size; l++) {
            int m = l;
            while (Math.abs(e[m]) > EPSILON * norm) {
                m++;
            }
            while (Math.abs(e[l]) > EPSILON * norm) {
                shift += sweep(d, e, vectors, l, m);
            }
            d[l] += shift;
            e[l] = 0;
        }
    }

    /** Performs one implicit QL step on rows l … m. Returns the shift that it subtracted from those below. */
    private static double sweep(double[] d, double[] e, double[][] vectors, int l, int m) {
        double g = d[l];
        double p = (d[l + 1] - g) / (2 * e[l]);
        double r = p < 0 ? -Math.sqrt(p * p + 1) : Math.sqrt(p * p + 1);
        d[l] = e[l] / (p + r);
        d[l + 1] = e[l] * (p + r);
        double next = d[l + 1];
        double shift = g - d[l];
        for (int i = l + 2; i < d.length; i++) {
            d[i] -= shift;
        }
        double besideNext = e[l + 1];
        double c = 1;
        double c2 = 1;
        double c3 = 1;
        double s = 0;
        double s2 = 0;
        p = d[m];
        for (int i = m - 1; i >= l; i--) {
            c3 = c2;
            c2 = c;
            s2 = s;
            g = c * e[i];
            double h = c * p;
            r = Math.sqrt(p * p + e[i] * e[i]);
            e[i + 1] = s * r;
            s = e[i] / r;
            c = p / r;
            p = c * d[i] - s * g;
            d[i + 1] = h + s * (c * g + s * d[i]);
            turn(vectors[i], vectors[i + 1], c, s);
        }
        p = -s * s2 * c3 * besideNext * e[l] / next;
        e[l] = s * p;
        d[l] = c * p;
        return shift;
    }

    private static void turn(double[] a, double[] b, double c, double s) {
        for (int i = 0; i < a.length; i++) {
            double h = b[i];
            b[i] = s * a[i] + c * h;
            a[i] = c * a[i] - s * h;
        }
    }
}
