package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import org.spolia.symbolic.expression.ExpressionFold;

/** Computes the values of an expression at each row from the columns of its variables. */
record ColumnFold(Kernels kernels, double[][] variables, int rows) implements ExpressionFold<double[]> {
    @Override
    public double[] constant(double value) {
        double[] column = new double[rows];
        Arrays.fill(column, value);
        return column;
    }

    @Override
    public double[] variable(int index) {
        return variables[index];
    }

    @Override
    public double[] parameter(int index) {
        throw new IllegalStateException("Parameter p" + index + " has no value in a column");
    }

    @Override
    public double[] unary(int opcode, double[] operand) {
        double[] out = new double[rows];
        kernels.unary(opcode, operand, out, rows);
        return out;
    }

    @Override
    public double[] binary(int opcode, double[] left, double[] right) {
        double[] out = new double[rows];
        kernels.binary(opcode, left, right, out, rows);
        return out;
    }
}
