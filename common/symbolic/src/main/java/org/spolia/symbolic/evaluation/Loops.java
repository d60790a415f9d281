package org.spolia.symbolic.evaluation;

/**
 * The loops of an evaluation over one block of rows, for one kind of array: {@code double[]} or {@code float[]}. Each
 * takes a number of rows that is a multiple of {@link Sample#LANES}, except the sums, which take any; a result may
 * overwrite an operand.
 *
 * <p>A sum is kept as {@link Sample#LANES} partial sums whatever the width of the machine: partial sum j takes the rows
 * whose number is j modulo LANES, in their order. Whatever the precision of the values, the partial sums of a sample
 * are doubles.
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
     * Below this share of the variance the residuals are summed directly: the difference of moments has lost its
     * digits.
     */
    double cancellation();

    /** Below this share of the sum of squares the spread of a tree's values is rounding. */
    double noSpread();
}
