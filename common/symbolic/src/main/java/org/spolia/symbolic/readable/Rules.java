package org.spolia.symbolic.readable;

import java.util.Arrays;

/** What rules share: the graph, and how a class gets one more node. */
abstract class Rules {
    final Graph graph;
    final Arithmetic arithmetic;

    Rules(Graph graph, Arithmetic arithmetic) {
        this.graph = graph;
        this.arithmetic = arithmetic;
    }

    /** Adds to the graph what this node of a class equals. */
    abstract void apply(Node node, int owner);

    final void join(int owner, int equal) {
        if (equal != Arithmetic.NONE) {
            graph.unite(owner, equal);
        }
    }

    static int[] without(int[] children, int index) {
        int[] rest = new int[children.length - 1];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = children[i < index ? i : i + 1];
        }
        return rest;
    }

    static double[] without(double[] weights, int index) {
        double[] rest = new double[weights.length - 1];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = weights[i < index ? i : i + 1];
        }
        return rest;
    }

    /** Leaves out two operands. */
    static int[] without(int[] children, int first, int second) {
        return without(without(children, Math.max(first, second)), Math.min(first, second));
    }

    /** Leaves out two weights. */
    static double[] without(double[] weights, int first, int second) {
        return without(without(weights, Math.max(first, second)), Math.min(first, second));
    }

    static int[] joined(int[] first, int... second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    static double[] joined(double[] first, double... second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    static double[] times(double[] weights, double factor) {
        double[] result = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            result[i] = weights[i] * factor;
        }
        return result;
    }

    /** Returns the place of a class among the operands of a node, or -1. */
    final int indexOf(Node node, int member) {
        for (int i = 0; i < node.children().length; i++) {
            if (graph.find(node.children()[i]) == graph.find(member)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the operand of the first call of this operator in a class, or NONE. */
    final int operand(int member, int opcode) {
        for (Node node : graph.nodes(member)) {
            if (node.is(opcode)) {
                return graph.find(node.children()[0]);
            }
        }
        return Arithmetic.NONE;
    }
}
