package org.spolia.symbolic.library.scoring;

import java.util.Arrays;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Small expressions (blocks) with their values at the rows of a library. The table grows; each block combines at most
 * two earlier ones.
 */
public final class BlockTable {
    private int[] opcodes = new int[64];
    private int[] lefts = new int[64];
    private int[] rights = new int[64];
    private int[] costs = new int[64];
    private int[] sizes = new int[64];
    private double[] constants = new double[64];
    private double[][] values = new double[64][];
    private int count;

    public int count() {
        return count;
    }

    int coordinate(int index, int size, double[] column) {
        return add(Opcode.VARIABLE, index, 0, 0, 1, size, column);
    }

    int constant(double value, double[] column) {
        return add(Opcode.CONSTANT, 0, 0, value, 1, 1, column);
    }

    /** Adds a block with one operand if {@code right} is negative, otherwise with two. */
    int operation(int opcode, int left, int right, int cost, int size, double[] column) {
        return add(opcode, left, right, 0, cost, size, column);
    }

    private int add(int opcode, int left, int right, double constant, int cost, int size, double[] column) {
        if (count == opcodes.length) {
            int length = 2 * count;
            opcodes = Arrays.copyOf(opcodes, length);
            lefts = Arrays.copyOf(lefts, length);
            rights = Arrays.copyOf(rights, length);
            costs = Arrays.copyOf(costs, length);
            sizes = Arrays.copyOf(sizes, length);
            constants = Arrays.copyOf(constants, length);
            values = Arrays.copyOf(values, length);
        }
        opcodes[count] = opcode;
        lefts[count] = left;
        rights[count] = right;
        constants[count] = constant;
        costs[count] = cost;
        sizes[count] = size;
        values[count] = column;
        return count++;
    }

    public int opcode(int block) {
        return opcodes[block];
    }

    int cost(int block) {
        return costs[block];
    }

    /** Returns the number of nodes of the written block. */
    public int size(int block) {
        return sizes[block];
    }

    public boolean isConstant(int block) {
        return opcodes[block] == Opcode.CONSTANT;
    }

    public double[] values(int block) {
        return values[block];
    }

    /** Appends the block to a tree. Returns false if it does not fit. */
    boolean append(Tree tree, int block, CoordinateView view, OperatorVocabulary vocabulary) {
        int opcode = opcodes[block];
        if (opcode == Opcode.CONSTANT) {
            return OperatorVocabulary.constant(tree, constants[block]);
        }
        if (opcode == Opcode.VARIABLE) {
            return OperatorVocabulary.append(tree, view.leaf(lefts[block]));
        }
        int start = tree.size();
        return append(tree, lefts[block], view, vocabulary)
                && (Opcode.arity(opcode) == 1 || append(tree, rights[block], view, vocabulary))
                && vocabulary.append(tree, start, opcode);
    }
}
