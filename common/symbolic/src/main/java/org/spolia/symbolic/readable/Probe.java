package org.spolia.symbolic.readable;

import java.util.TreeSet;
import java.util.stream.IntStream;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Opcode;

/**
 * Values of nodes at some rows of the data, with bounds of their rounding errors: rows at equal distances, and those
 * with the smallest and the largest value of each variable.
 */
final class Probe {
    /** The relative difference of values that count as equal, beyond their rounding errors. */
    private static final double EQUAL = 1e-11;

    private static final double ROUNDING = 0x1p-53;
    private static final int ROWS = 24;
    private static final double MARGIN = 8;

    private final double[][] columns;
    private final int rows;
    private final Definitions definitions;

    /** Values and the bounds of their errors. */
    record Values(double[] values, double[] errors) {
        Values(int rows) {
            this(new double[rows], new double[rows]);
        }
    }

    private Probe(double[][] columns, int rows, Definitions definitions) {
        this.columns = columns;
        this.rows = rows;
        this.definitions = definitions;
    }

    static Probe of(Sample sample, Definitions definitions) {
        TreeSet<Integer> rows = new TreeSet<>();
        int count = Math.min(ROWS, sample.rows());
        for (int i = 0; i < count; i++) {
            rows.add((int) ((long) i * sample.rows() / count));
        }
        for (int variable = 0; variable < sample.variables(); variable++) {
            int smallest = 0;
            int largest = 0;
            for (int row = 1; row < sample.rows(); row++) {
                smallest = sample.value(variable, row) < sample.value(variable, smallest) ? row : smallest;
                largest = sample.value(variable, row) > sample.value(variable, largest) ? row : largest;
            }
            rows.add(smallest);
            rows.add(largest);
        }
        double[][] columns = IntStream.range(0, sample.variables())
                .mapToObj(variable -> rows.stream()
                        .mapToDouble(row -> sample.value(variable, row))
                        .toArray())
                .toArray(double[][]::new);
        return new Probe(columns, rows.size(), definitions);
    }

    /** Returns the values of a node, given those of its operands. */
    Values of(Node node, Values[] operands) {
        Values result = new Values(rows);
        for (int row = 0; row < rows; row++) {
            switch (node.kind()) {
                case Node.SUM -> sum(node, operands, row, result);
                case Node.PRODUCT -> product(node, operands, row, result);
                case Opcode.CONSTANT -> result.values[row] = node.number();
                case Opcode.VARIABLE -> result.values[row] = columns[(int) node.number()][row];
                default -> call(node, operands, row, result);
            }
        }
        return result;
    }

    private static void sum(Node node, Values[] operands, int row, Values result) {
        double value = node.number();
        double error = ROUNDING * Math.abs(value);
        for (int i = 0; i < operands.length; i++) {
            double term = node.weights()[i] * operands[i].values[row];
            value += term;
            error += Math.abs(node.weights()[i]) * operands[i].errors[row] + 2 * ROUNDING * Math.abs(term);
        }
        result.values[row] = value;
        result.errors[row] = error + ROUNDING * Math.abs(value);
    }

    private static void product(Node node, Values[] operands, int row, Values result) {
        double value = 1;
        double relative = 0;
        for (int i = 0; i < operands.length; i++) {
            double base = operands[i].values[row];
            double exponent = node.weights()[i];
            value *= power(base, exponent);
            relative += Math.abs(exponent) * (base == 0 ? 0 : operands[i].errors[row] / Math.abs(base)) + 2 * ROUNDING;
        }
        result.values[row] = value;
        result.errors[row] = relative * Math.abs(value);
    }

    static double power(double base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        if (exponent == -1) {
            return 1 / base;
        }
        if (exponent == 2) {
            return base * base;
        }
        return exponent == 0.5 ? Math.sqrt(base) : Evaluator.apply(Opcode.POW, base, exponent);
    }

    private void call(Node node, Values[] operands, int row, Values result) {
        double[] at = new double[operands.length];
        double[] errors = new double[operands.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = operands[i].values[row];
            errors[i] = operands[i].errors[row];
        }
        double value = apply(node.kind(), at);
        double carried = RoundingError.carried(value, at, errors, moved -> apply(node.kind(), moved));
        result.values[row] = value;
        result.errors[row] = 2 * ROUNDING * Math.abs(value) + carried;
    }

    double apply(int opcode, double... at) {
        if (Opcode.isDefined(opcode)) {
            return Evaluator.apply(definitions.of(opcode), at);
        }
        return at.length == 1 ? Evaluator.apply(opcode, at[0]) : Evaluator.apply(opcode, at[0], at[1]);
    }

    /** Returns whether two expressions have the same values up to rounding, and at the same rows. */
    static boolean areEqual(Values left, Values right) {
        for (int row = 0; row < left.values.length; row++) {
            double a = left.values[row];
            double b = right.values[row];
            boolean exists = Double.isFinite(a);
            if (exists != Double.isFinite(b)) {
                return false;
            }
            double allowed = EQUAL * Math.max(Math.abs(a), Math.abs(b))
                    + MARGIN * (finite(left.errors[row]) + finite(right.errors[row]));
            if (exists && !(Math.abs(a - b) <= allowed)) {
                return false;
            }
        }
        return true;
    }

    private static double finite(double error) {
        return Double.isFinite(error) ? error : 0;
    }

    /** Returns whether a term is too small to change any value of its sum. */
    static boolean isBelowRounding(Values term, double weight, Values sum, double share) {
        for (int row = 0; row < term.values.length; row++) {
            if (!(Math.abs(weight * term.values[row]) <= share * Math.abs(sum.values[row]))) {
                return false;
            }
        }
        return true;
    }

    static boolean isBelowRounding(double constant, Values sum, double share) {
        for (double value : sum.values) {
            if (!(Math.abs(constant) <= share * Math.abs(value))) {
                return false;
            }
        }
        return true;
    }
}
