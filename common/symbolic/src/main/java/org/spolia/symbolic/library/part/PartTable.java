package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/**
 * Parts and their values at some rows, family by family. Values are divided by their root mean square, which is a
 * coefficient of the part.
 */
final class PartTable {
    private static final double LEAST_VARIATION = 1e-5;

    private final int rows;
    private final List<Part> parts = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final List<Double> factors = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();

    PartTable(int rows) {
        this.rows = rows;
    }

    /**
     * Takes the parts of arguments in their order until there are {@code most}.
     *
     * @param rows the rows before the padding
     */
    static PartTable of(List<Argument> arguments, int rows, OperatorVocabulary vocabulary, int most) {
        PartTable table = new PartTable(rows);
        ExpressionBuilder builder = new ExpressionBuilder(vocabulary);
        for (Argument argument : arguments) {
            for (PartFunction function : PartFunction.values()) {
                if (function.isExpressible(vocabulary)) {
                    table.add(function, argument, builder, vocabulary);
                }
            }
            if (table.count() >= most) {
                break;
            }
        }
        table.firsts.add(table.count());
        return table;
    }

    private void add(
            PartFunction function, Argument argument, ExpressionBuilder builder, OperatorVocabulary vocabulary) {
        double[] before = {};
        for (double[] constants : function.grid(argument)) {
            boolean begins = before.length == 0 || !function.continues(before, constants);
            if (add(new Part(function, argument, constants[0], constants[1]), builder, vocabulary, begins)) {
                before = constants;
            }
        }
    }

    /** Adds a part, which may begin a family. Returns false if it has no finite value or cannot be expressed. */
    boolean add(Part part, ExpressionBuilder builder, OperatorVocabulary vocabulary, boolean begins) {
        double[] column = new double[part.argument().values().length];
        part.function().values(part.argument().values(), part.first(), part.second(), column);
        double factor = standardise(column, rows) * part.function().factor(part.argument(), part.first());
        if (!(factor > 0)
                || factor == Double.POSITIVE_INFINITY
                || !part.write(ExpressionBuilder.newTree(), builder, vocabulary)) {
            return false;
        }
        if (begins) {
            firsts.add(count());
        }
        parts.add(part);
        values.add(column);
        factors.add(factor);
        return true;
    }

    /**
     * Divides by the root mean square and returns it; NaN if a value is not finite or the column hardly varies.
     */
    static double standardise(double[] column, int rows) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            sum += column[row];
            squares += column[row] * column[row];
        }
        double rms = Math.sqrt(squares / rows);
        double variance = squares / rows - (sum / rows) * (sum / rows);
        if (!(rms > 0) || !(variance > LEAST_VARIATION * LEAST_VARIATION * rms * rms) || Double.isInfinite(rms)) {
            return Double.NaN;
        }
        for (int row = 0; row < column.length; row++) {
            column[row] /= rms;
        }
        return rms;
    }

    int rows() {
        return rows;
    }

    int count() {
        return parts.size();
    }

    Part part(int index) {
        return parts.get(index);
    }

    double[] values(int index) {
        return values.get(index);
    }

    /** The values of a part as it is written, relative to those of the table. */
    double factor(int index) {
        return factors.get(index);
    }

    int families() {
        return firsts.size() - 1;
    }

    /** The first part of a family, or the number of parts for the family after the last one. */
    int first(int family) {
        return firsts.get(family);
    }
}
