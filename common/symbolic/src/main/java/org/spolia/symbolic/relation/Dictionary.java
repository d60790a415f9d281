package org.spolia.symbolic.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The products of powers that a relation {@code numerator = target × denominator} may contain.
 *
 * @param numerator exponents by coordinate
 * @param denominator exponents by coordinate
 */
public record Dictionary(List<List<Integer>> numerator, List<List<Integer>> denominator) {
    /** Rows for each unknown coefficient. */
    public static final int ROWS_EACH = 2;

    public Dictionary {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
    }

    /**
     * Quotients of polynomials of this total degree.
     *
     * @param most the largest number of unknown coefficients; empty if there are more
     */
    public static Optional<Dictionary> quotients(int coordinates, int degree, int most) {
        if (2 * polynomials(coordinates, degree) > most) {
            return Optional.empty();
        }
        List<List<Integer>> polynomial = powers(coordinates, degree, false);
        return Optional.of(new Dictionary(polynomial, polynomial));
    }

    /**
     * Sums of products of powers. The absolute values of the exponents, which may be negative, add up to at most
     * {@code size}.
     *
     * @param most the largest number of unknown coefficients; empty if there are more
     */
    public static Optional<Dictionary> products(int coordinates, int size, int most) {
        double count = 0;
        for (int factors = 0; factors <= Math.min(coordinates, size); factors++) {
            count += binomial(coordinates, factors) * binomial(size, factors) * (1 << factors);
        }
        return count + 1 > most
                ? Optional.empty()
                : Optional.of(new Dictionary(powers(coordinates, size, true), powers(coordinates, 0, false)));
    }

    /**
     * Quotients whose numerator may contain the last coordinate once: {@code (p + q × last)/r} with polynomials p, q
     * and r of the others.
     *
     * @param most the largest number of unknown coefficients; empty if there are more
     * @param degrees of p, q and r
     */
    public static Optional<Dictionary> withFunction(int coordinates, int most, int... degrees) {
        double count = 0;
        for (int degree : degrees) {
            count += polynomials(coordinates - 1, degree);
        }
        if (count > most) {
            return Optional.empty();
        }
        List<List<Integer>> numerator = new ArrayList<>(extended(coordinates - 1, degrees[0], 0));
        numerator.addAll(extended(coordinates - 1, degrees[1], 1));
        return Optional.of(new Dictionary(numerator, extended(coordinates - 1, degrees[2], 0)));
    }

    /**
     * Quotients whose numerator and denominator may contain the last coordinate once:
     * {@code (p + q × last)/(r + s × last)} with polynomials of the others.
     *
     * @param most the largest number of unknown coefficients; empty if there are more
     * @param above the degree of p and q
     * @param below the degree of r and s
     */
    public static Optional<Dictionary> quotientsWith(int coordinates, int most, int above, int below) {
        if (2 * polynomials(coordinates - 1, above) + 2 * polynomials(coordinates - 1, below) > most) {
            return Optional.empty();
        }
        return Optional.of(new Dictionary(twice(coordinates - 1, above), twice(coordinates - 1, below)));
    }

    private static List<List<Integer>> twice(int coordinates, int degree) {
        List<List<Integer>> twice = new ArrayList<>(extended(coordinates, degree, 0));
        twice.addAll(extended(coordinates, degree, 1));
        return twice;
    }

    /** Returns the number of products of powers in a polynomial. */
    private static double polynomials(int coordinates, int degree) {
        return binomial(coordinates + degree, degree);
    }

    private static double binomial(int all, int chosen) {
        double count = 1;
        for (int i = 1; i <= chosen; i++) {
            count = count * (all - chosen + i) / i;
        }
        return count;
    }

    private static List<List<Integer>> extended(int coordinates, int degree, int last) {
        List<List<Integer>> extended = new ArrayList<>();
        for (List<Integer> exponents : powers(coordinates, degree, false)) {
            List<Integer> longer = new ArrayList<>(exponents);
            longer.add(last);
            extended.add(longer);
        }
        return extended;
    }

    private static List<List<Integer>> powers(int coordinates, int size, boolean signed) {
        List<List<Integer>> powers = List.of(List.of());
        for (int coordinate = 0; coordinate < coordinates; coordinate++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> begun : powers) {
                int left = size - begun.stream().mapToInt(Math::abs).sum();
                for (int exponent = signed ? -left : 0; exponent <= left; exponent++) {
                    List<Integer> exponents = new ArrayList<>(begun);
                    exponents.add(exponent);
                    longer.add(exponents);
                }
            }
            powers = longer;
        }
        return powers;
    }

    /** Returns the number of unknown coefficients. */
    public int size() {
        return numerator.size() + denominator.size();
    }

    /** Returns the number of rows that distinguish a relation from chance. */
    public int rows() {
        return ROWS_EACH * size();
    }

    /** Returns the cost of looking for a relation, in node-rows: an orthogonalisation of all columns. */
    public long nodeRows() {
        return (long) size() * size() * rows();
    }
}
