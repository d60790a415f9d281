package org.spolia.symbolic.readable;

import java.util.Arrays;

/**
 * One way to compute the value of a class from other classes. Two nodes are equal if their numbers are equal up to
 * rounding.
 *
 * @param kind {@link #SUM}, {@link #PRODUCT} or an opcode
 * @param number the value of a constant, the constant of a sum, the index of a variable; otherwise 0
 * @param children the classes of the operands, in increasing order in sums and products
 * @param weights the factors of the terms of a sum, or the exponents of the factors of a product; otherwise empty
 */
record Node(int kind, double number, int[] children, double[] weights) {
    /** {@code number + Σ weight * child}. */
    static final int SUM = -10;

    /** {@code Π child ^ weight}. */
    static final int PRODUCT = -11;

    private static final int[] NO_CHILDREN = {};
    private static final double[] NO_WEIGHTS = {};

    /** The last bits of a number depend on the order in which it was computed. */
    private static final int ROUNDING_BITS = 9;

    static Node leaf(int opcode, double number) {
        return new Node(opcode, number, NO_CHILDREN, NO_WEIGHTS);
    }

    static Node call(int opcode, int[] operands) {
        return new Node(opcode, 0, operands, NO_WEIGHTS);
    }

    boolean is(int other) {
        return kind == other;
    }

    /** Returns whether it is a multiple of one class. */
    boolean isScaled() {
        return kind == SUM && number == 0 && children.length == 1;
    }

    private static long rounded(double value) {
        return (Double.doubleToLongBits(value) + (1L << (ROUNDING_BITS - 1))) >> ROUNDING_BITS;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Node node)
                || kind != node.kind
                || rounded(number) != rounded(node.number)
                || !Arrays.equals(children, node.children)) {
            return false;
        }
        for (int i = 0; i < weights.length; i++) {
            if (rounded(weights[i]) != rounded(node.weights[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 31 * kind + Arrays.hashCode(children);
        hash = 31 * hash + Long.hashCode(rounded(number));
        for (double weight : weights) {
            hash = 31 * hash + Long.hashCode(rounded(weight));
        }
        return hash;
    }
}
