package org.spolia.symbolic.evaluation;

/**
 * The loops of an evaluation over one block of rows, for one type of array: {@code double[]} or {@code float[]}. The
 * number of rows is a multiple of {@link Sample#LANES}, except for sums, which take any number. A result may overwrite
 * an operand.
 *
 * <p>A sum consists of {@link Sample#LANES} partial sums for every vector width: partial sum j takes the rows whose
 * number is j modulo LANES, in order. Partial sums of a sample are doubles in every precision.
 */
interface Loops<A> {
    /** Rows of a block, a multiple of {@link Sample#LANES}. */
    int blockRows();

    A allocate(int length);

    /** The rows of a sample in this precision. */
    RowBlocks<A> blocks(Sample sample);

    void unary(int opcode, A x, A out, int rows);

    void binary(int opcode, A x, A y, A out, int rows);

    void binary(int opcode, A x, double y, A out, int rows);

    void binary(int opcode, double x, A y, A out, int rows);

    /** {@code out[i] = value}. */
    void fill(A out, double value, int rows);

    /** {@code to[i] = from[i]}. */
    void copy(A from, A to, int rows);

    /** {@code to[offset + i] = from[i]}. */
    void copy(A from, double[] to, int offset, int rows);

    /** {@code to[offset + i] = from[i]}, rounded. */
    void copy(A from, float[] to, int offset, int rows);

    double value(A values, int row);

    /** {@code sums[j] += (f - y)²}. */
    void residualSquares(A f, A y, int rows, double[] sums);

    /** {@code sums[j] += (y - slope (f - shift) - intercept)²}. */
    void scaledResidualSquares(A f, A y, double shift, double slope, double intercept, int rows, double[] sums);

    /** With g = f - shift: {@code sums[j] += g}, {@code sums[LANES + j] += g²}, {@code sums[2 LANES + j] += g y}. */
    void moments(A f, A y, double shift, int rows, double[] sums);

    /**
     * Below this share of the variance, the residuals are summed directly, because the difference of moments loses its
     * digits.
     */
    double cancellation();

    /** Below this share of the sum of squares, the variance of a tree's values is rounding error. */
    double noSpread();
}
