package org.spolia.symbolic.evaluation;

import org.spolia.symbolic.expression.Definition;

/**
 * Operators over whole columns, for what works on values and not on trees: libraries, inversions. Columns are as long
 * as a multiple of {@link #PADDING}; {@code rows} is such a multiple too. A result may overwrite an operand.
 */
public final class Columns {
    /** The granularity of the length of a column. */
    public static final int PADDING = Sample.LANES;

    private static final Kernels KERNELS = Kernels.preferred();

    private Columns() {}

    /** The length of a column that holds so many rows. */
    public static int padded(int rows) {
        return (rows + PADDING - 1) / PADDING * PADDING;
    }

    /** {@code out = operator(x)}. */
    public static void apply(int opcode, double[] x, double[] out, int rows) {
        KERNELS.unary(opcode, x, out, rows);
    }

    /** {@code out} is what the formula of an operator gives for these operands. */
    public static void apply(Definition definition, double[][] operands, double[] out, int rows) {
        double[] values = definition.formula().fold(new ColumnFold(KERNELS, operands, rows));
        System.arraycopy(values, 0, out, 0, rows);
    }

    /** {@code out = x operator y}. */
    public static void apply(int opcode, double[] x, double[] y, double[] out, int rows) {
        KERNELS.binary(opcode, x, y, out, rows);
    }

    /** {@code out = x operator y} with the same y in each row. */
    public static void apply(int opcode, double[] x, double y, double[] out, int rows) {
        KERNELS.binary(opcode, x, y, out, rows);
    }

    /** {@code out = x operator y} with the same x in each row. */
    public static void apply(int opcode, double x, double[] y, double[] out, int rows) {
        KERNELS.binary(opcode, x, y, out, rows);
    }
}
