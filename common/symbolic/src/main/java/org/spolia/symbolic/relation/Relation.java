package org.spolia.symbolic.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The target as a function of its coordinates: a quotient of sums of products of powers. It holds at the rows that were
 * read and may fail at others.
 *
 * @param numerator at least one term
 * @param denominator at least one term
 */
public record Relation(List<RelationTerm> numerator, List<RelationTerm> denominator) {
    /** The largest residual of a relation between columns of length 1: rounding errors of exact data. */
    private static final double ROUNDING = 1e-10;

    private static final double NEGLIGIBLE = 1e-4;
    private static final int MOST_TERMS = 12;
    private static final double WHOLE = 1e-7;
    private static final double LARGEST_WHOLE = 1000;

    public Relation {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
    }

    /**
     * Looks for a relation with the terms of a dictionary. Terms with a negligible contribution are removed, and the
     * rest is solved again.
     *
     * @param coordinates by coordinate and row; {@link Dictionary#rows} rows are read
     */
    public static Optional<Relation> of(Dictionary dictionary, double[][] coordinates, double[] target) {
        List<Column> columns = new ArrayList<>();
        dictionary.numerator().forEach(exponents -> columns.add(new Column(exponents, false)));
        dictionary.denominator().forEach(exponents -> columns.add(new Column(exponents, true)));
        double[][] values = new double[columns.size()][];
        double[] lengths = new double[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).values(coordinates, target, dictionary.rows());
            lengths[i] = normalise(values[i]);
            if (!(lengths[i] > 0 && lengths[i] < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            kept.add(i);
        }
        while (true) {
            double[] vector = NullVector.of(copy(values, kept));
            if (!(residual(values, kept, vector) < ROUNDING)) {
                return Optional.empty();
            }
            List<Integer> large = large(kept, vector);
            if (large.size() == kept.size()) {
                return kept.size() > MOST_TERMS ? Optional.empty() : relation(columns, lengths, kept, vector);
            }
            kept = large;
        }
    }

    private record Column(List<Integer> exponents, boolean withTarget) {
        double[] values(double[][] coordinates, double[] target, int rows) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = RelationTerm.value(exponents, coordinates, row) * (withTarget ? target[row] : 1);
            }
            return values;
        }
    }

    private static double normalise(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        double length = Math.sqrt(squares);
        for (int row = 0; row < values.length; row++) {
            values[row] /= length;
        }
        return length;
    }

    private static double[][] copy(double[][] values, List<Integer> kept) {
        return kept.stream().map(i -> values[i].clone()).toArray(double[][]::new);
    }

    private static double residual(double[][] values, List<Integer> kept, double[] vector) {
        double squares = 0;
        for (int row = 0; row < values[0].length; row++) {
            double sum = 0;
            for (int i = 0; i < vector.length; i++) {
                sum += vector[i] * values[kept.get(i)][row];
            }
            squares += sum * sum;
        }
        return Math.sqrt(squares);
    }

    private static List<Integer> large(List<Integer> kept, double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        List<Integer> large = new ArrayList<>();
        for (int i = 0; i < vector.length; i++) {
            if (Math.abs(vector[i]) > NEGLIGIBLE * largest) {
                large.add(kept.get(i));
            }
        }
        return large;
    }

    private static Optional<Relation> relation(
            List<Column> columns, double[] lengths, List<Integer> kept, double[] vector) {
        double[] coefficients = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            Column column = columns.get(kept.get(i));
            coefficients[i] = vector[i] / lengths[kept.get(i)] * (column.withTarget() ? -1 : 1);
        }
        double unit = unit(coefficients);
        List<RelationTerm> numerator = new ArrayList<>();
        List<RelationTerm> denominator = new ArrayList<>();
        for (int i = 0; i < coefficients.length; i++) {
            Column column = columns.get(kept.get(i));
            (column.withTarget() ? denominator : numerator)
                    .add(new RelationTerm(whole(coefficients[i] / unit), column.exponents()));
        }
        return numerator.isEmpty() || denominator.isEmpty()
                ? Optional.empty()
                : Optional.of(new Relation(numerator, denominator));
    }

    /** Returns the coefficient that turns most others into whole numbers when it is the unit. */
    private static double unit(double[] coefficients) {
        double best = coefficients[0];
        int most = -1;
        for (double unit : coefficients) {
            int count = 0;
            for (double coefficient : coefficients) {
                count += isWhole(coefficient / unit) ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = unit;
            }
        }
        return best;
    }

    private static boolean isWhole(double value) {
        return Math.abs(value) < LARGEST_WHOLE && Math.rint(value) != 0 && Math.abs(value - Math.rint(value)) < WHOLE;
    }

    private static double whole(double value) {
        return isWhole(value) ? Math.rint(value) : value;
    }
}
