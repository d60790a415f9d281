package org.spolia.symbolic.evaluation;

import org.spolia.symbolic.expression.Definition;

/**
 * Operators over whole columns, for code that works on values instead of trees, such as libraries and inversions. The
 * length of a column and {@code rows} are multiples of {@link #PADDING}. A result may overwrite an operand.
 */
public final class Columns {
    /** The granularity of the length of a column. */
    public static final int PADDING = Sample.LANES;

    private static final Kernels KERNELS = Kernels.preferred();

    private Columns() {}

    /** Returns the length of a column that holds {@code rows} rows. */
    public static int padded(int rows) {
        return (rows + PADDING - 1) / PADDING * PADDING;
    }

    /** {@code out = operator(x)}. */
    public static void apply(int opcode, double[] x, double[] out, int rows) {
        KERNELS.unary(opcode, x, out, rows);
    }

    /** Writes the values of an operator's formula for these operands to {@code out}. */
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
