package org.spolia.symbolic.evaluation;

/**
 * The loops over one block of rows. Each takes a number of rows that is a multiple of {@link Sample#LANES}, except the sums, which take
 * any; a result may overwrite an operand. Two implementations give the same bits.
 *
 * <p>A sum is kept as {@link Sample#LANES} partial sums whatever the width of the machine: partial sum j takes the rows whose number
 * is j modulo LANES, in their order.
 */
interface Kernels {
    void unary(int opcode, double[] x, double[] out, int rows);

    void binary(int opcode, double[] x, double[] y, double[] out, int rows);

    void binary(int opcode, double[] x, double y, double[] out, int rows);

    void binary(int opcode, double x, double[] y, double[] out, int rows);

    /** {@code sums[j] += (f - y)²}. */
    void residualSquares(double[] f, double[] y, int rows, double[] sums);

    /** {@code sums[j] += (y - slope (f - shift) - intercept)²}. */
    void scaledResidualSquares(
            double[] f, double[] y, double shift, double slope, double intercept, int rows, double[] sums);

    /** With g = f - shift: {@code sums[j] += g}, {@code sums[LANES + j] += g²}, {@code sums[2 LANES + j] += g y}. */
    void moments(double[] f, double[] y, double shift, int rows, double[] sums);

    /** {@code sums[offset + j] += x y}. */
    void dot(double[] x, double[] y, int rows, double[] sums, int offset);

    /** {@code sums[offset + j] += x}. */
    void sum(double[] x, int rows, double[] sums, int offset);

    /** {@code out = y - slope (f - shift) - intercept}. */
    void residual(double[] f, double[] y, double shift, double slope, double intercept, int rows, double[] out);

    /** The bits of a vector register; 0 for plain Java. */
    int vectorBits();

    /** The loops that suit this machine: the Vector API where the JVM has it, else plain Java. */
    static Kernels preferred() {
        return KernelChoice.PREFERRED;
    }
}
