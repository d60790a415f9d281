package org.spolia.symbolic.relation;

import java.util.List;

/**
 * A product of integer powers of coordinates with a coefficient.
 *
 * @param exponents one for each coordinate
 */
public record RelationTerm(double coefficient, List<Integer> exponents) {
    public RelationTerm {
        exponents = List.copyOf(exponents);
    }

    /** Returns the product at one row. */
    static double value(List<Integer> exponents, double[][] coordinates, int row) {
        double value = 1;
        for (int coordinate = 0; coordinate < exponents.size(); coordinate++) {
            value *= power(coordinates[coordinate][row], exponents.get(coordinate));
        }
        return value;
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < Math.abs(exponent); i++) {
            power *= base;
        }
        return exponent < 0 ? 1 / power : power;
    }
}
