package org.spolia.symbolic.relation;

import java.util.ArrayList;
import java.util.List;

/**
 * The products of powers that a relation {@code numerator = target × denominator} may have.
 *
 * @param numerator exponents by coordinate
 * @param denominator exponents by coordinate
 */
public record Dictionary(List<List<Integer>> numerator, List<List<Integer>> denominator) {
    public Dictionary {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
    }

    /** Quotients of polynomials of this total degree. */
    public static Dictionary quotients(int coordinates, int degree) {
        List<List<Integer>> polynomial = powers(coordinates, degree, false);
        return new Dictionary(polynomial, polynomial);
    }

    /** Sums of products of powers whose exponents, negative ones too, have absolute values that add up to at most {@code size}. */
    public static Dictionary products(int coordinates, int size) {
        return new Dictionary(powers(coordinates, size, true), powers(coordinates, 0, false));
    }

    /**
     * Quotients whose numerator may have the last coordinate once: {@code (p + q × last)/r} with polynomials p, q and r of the others.
     *
     * @param degrees of p, q and r
     */
    public static Dictionary beside(int coordinates, int... degrees) {
        List<List<Integer>> numerator = new ArrayList<>(extended(coordinates - 1, degrees[0], 0));
        numerator.addAll(extended(coordinates - 1, degrees[1], 1));
        return new Dictionary(numerator, extended(coordinates - 1, degrees[2], 0));
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

    /** The number of unknown coefficients. */
    public int size() {
        return numerator.size() + denominator.size();
    }

    /** The rows that it takes to tell a relation from chance. */
    public int rows() {
        return 2 * size();
    }

    /** What looking for a relation costs, in node-rows: an orthogonalisation of all columns. */
    public long nodeRows() {
        return (long) size() * size() * rows();
    }
}
