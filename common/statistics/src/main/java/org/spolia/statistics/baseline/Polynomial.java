package org.spolia.statistics.baseline;

import java.util.ArrayList;
import java.util.List;

/** Ridge regression on the monomials of standardised variables; the monomials are standardised again. */
final class Polynomial implements Predictor {
    /**
     * With more monomials, the normal equations take longer than a search: 12 variables have 454 monomials of degree 3,
     * 13 have 559.
     */
    private static final int MOST_MONOMIALS = 500;

    /**
     * So small that the fit is least squares to nine digits, and large enough that dependent columns have a solution.
     */
    private static final double NEARLY_NONE = 1e-9;

    private static final double[] PENALTIES = {1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10};

    private final int degree;
    private final Scaling variables;
    private final Scaling monomials;
    private final Ridge fit;

    private Polynomial(int degree, Scaling variables, Scaling monomials, Ridge fit) {
        this.degree = degree;
        this.variables = variables;
        this.monomials = monomials;
        this.fit = fit;
    }

    static Polynomial linear(double[][] columns, double[] target) {
        return fit(columns, target, 1, NEARLY_NONE);
    }

    /** Fits monomials of degree 3, or of the highest degree below with at most {@link #MOST_MONOMIALS}. */
    static Polynomial cubic(double[][] columns, double[] target) {
        int degree = 3;
        while (degree > 1 && count(columns.length, degree) > MOST_MONOMIALS) {
            degree--;
        }
        return fit(columns, target, degree, PENALTIES);
    }

    private static Polynomial fit(double[][] columns, double[] target, int degree, double... penalties) {
        Scaling variables = Scaling.of(columns);
        double[][] raised = monomials(variables.apply(columns), degree);
        Scaling monomials = Scaling.of(raised);
        return new Polynomial(degree, variables, monomials, Ridge.of(monomials.apply(raised), target, penalties));
    }

    @Override
    public double[] predict(double[][] columns) {
        return fit.predict(monomials.apply(monomials(variables.apply(columns), degree)));
    }

    private static double count(int variables, int degree) {
        double count = 1;
        for (int i = 1; i <= degree; i++) {
            count = count * (variables + i) / i;
        }
        return count - 1;
    }

    private static double[][] monomials(double[][] columns, int degree) {
        List<double[]> all = new ArrayList<>();
        for (int column = 0; column < columns.length; column++) {
            raise(columns, column, columns[column], degree, all);
        }
        return all.toArray(double[][]::new);
    }

    /** Adds a monomial and all its multiples by its last variable or later ones. */
    private static void raise(double[][] columns, int last, double[] values, int degree, List<double[]> all) {
        all.add(values);
        if (degree == 1) {
            return;
        }
        for (int column = last; column < columns.length; column++) {
            double[] product = values.clone();
            for (int row = 0; row < product.length; row++) {
                product[row] *= columns[column][row];
            }
            raise(columns, column, product, degree - 1, all);
        }
    }
}
