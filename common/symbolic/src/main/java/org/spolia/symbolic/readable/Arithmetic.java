package org.spolia.symbolic.readable;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.spolia.symbolic.expression.Opcode;

/** Adds sums, products, powers and calls to a graph in their normal form: equal operands merged, constants folded. */
final class Arithmetic {
    /** What is left of numbers that cancel. */
    private static final double CANCELLED = 1e-14;

    /** No expression: a constant has no value. */
    static final int NONE = -1;

    private final Graph graph;
    private final Probe probe;

    Arithmetic(Graph graph, Probe probe) {
        this.graph = graph;
        this.probe = probe;
    }

    int number(double value) {
        return Double.isFinite(value)
                ? graph.add(Node.leaf(Opcode.CONSTANT, graph.names().settled(value)))
                : NONE;
    }

    /** Adds {@code constant + Σ weight * term}. */
    int sum(double constant, int[] terms, double[] weights) {
        Merged merged = new Merged(terms.length);
        double total = constant;
        double size = Math.abs(constant);
        for (int i = 0; i < terms.length; i++) {
            if (terms[i] == NONE) {
                return NONE;
            }
            double value = graph.constant(terms[i]);
            if (Double.isNaN(value)) {
                merged.add(graph.find(terms[i]), weights[i]);
            } else {
                total += weights[i] * value;
                size += Math.abs(weights[i] * value);
            }
        }
        double rest = Math.abs(total) <= CANCELLED * size ? 0 : graph.names().settled(total);
        merged.finish(graph.names()::settled);
        if (!Double.isFinite(rest) || !merged.isFinite()) {
            return NONE;
        }
        if (merged.count == 0) {
            return number(rest);
        }
        if (merged.count == 1 && rest == 0 && merged.weights[0] == 1) {
            return merged.children[0];
        }
        return graph.add(new Node(Node.SUM, rest, merged.children(), merged.weights()));
    }

    int scaled(double factor, int term) {
        return sum(0, new int[] {term}, new double[] {factor});
    }

    int plus(int left, int right, double sign) {
        return sum(0, new int[] {left, right}, new double[] {1, sign});
    }

    /** Adds {@code Π base ^ exponent}. */
    int product(int[] bases, double[] exponents) {
        Merged merged = new Merged(bases.length);
        double factor = 1;
        for (int i = 0; i < bases.length; i++) {
            if (bases[i] == NONE) {
                return NONE;
            }
            double value = graph.constant(bases[i]);
            if (Double.isNaN(value)) {
                merged.add(graph.find(bases[i]), exponents[i]);
            } else {
                factor *= Probe.power(value, exponents[i]);
            }
        }
        merged.finish(graph.names()::settled);
        if (!Double.isFinite(factor) || !merged.isFinite()) {
            return NONE;
        }
        if (merged.count == 0 || factor == 0) {
            return number(factor);
        }
        boolean plain = merged.count == 1 && merged.weights[0] == 1;
        int monic =
                plain ? merged.children[0] : graph.add(new Node(Node.PRODUCT, 0, merged.children(), merged.weights()));
        return factor == 1 ? monic : scaled(factor, monic);
    }

    int times(int left, int right) {
        return product(new int[] {left, right}, new double[] {1, 1});
    }

    int power(int base, double exponent) {
        return product(new int[] {base}, new double[] {exponent});
    }

    /** Adds an operator. Arithmetic becomes sums, products and powers. */
    int call(int opcode, int... operands) {
        for (int operand : operands) {
            if (operand == NONE) {
                return NONE;
            }
        }
        return switch (opcode) {
            case Opcode.ADD -> plus(operands[0], operands[1], 1);
            case Opcode.SUB -> plus(operands[0], operands[1], -1);
            case Opcode.NEG -> scaled(-1, operands[0]);
            case Opcode.MUL -> times(operands[0], operands[1]);
            case Opcode.DIV -> product(operands, new double[] {1, -1});
            case Opcode.INV -> power(operands[0], -1);
            case Opcode.SQUARE -> power(operands[0], 2);
            case Opcode.CUBE -> power(operands[0], 3);
            case Opcode.SQRT -> power(operands[0], 0.5);
            case Opcode.SATURATION ->
                product(new int[] {operands[0], sum(1, operands, new double[] {1})}, new double[] {1, -1});
            case Opcode.POW -> pow(operands);
            default -> other(opcode, operands);
        };
    }

    private int pow(int[] operands) {
        double exponent = graph.constant(operands[1]);
        return Double.isNaN(exponent) ? other(Opcode.POW, operands) : power(operands[0], exponent);
    }

    private int other(int opcode, int[] operands) {
        double[] constants =
                Arrays.stream(operands).mapToDouble(graph::constant).toArray();
        if (Arrays.stream(constants).noneMatch(Double::isNaN)) {
            return number(probe.apply(opcode, constants));
        }
        return graph.add(
                Node.call(opcode, Arrays.stream(operands).map(graph::find).toArray()));
    }

    /** Adds a node again after its operands have become one with others. */
    int again(Node node) {
        return switch (node.kind()) {
            case Node.SUM -> sum(node.number(), node.children(), node.weights());
            case Node.PRODUCT -> product(node.children(), node.weights());
            case Opcode.CONSTANT, Opcode.VARIABLE, Opcode.PARAMETER -> NONE;
            default -> call(node.kind(), node.children());
        };
    }

    /** Operands in increasing order, each once, with the sum of its weights. */
    private static final class Merged {
        private final int[] children;
        private final double[] weights;
        private final double[] sizes;
        private int count;

        Merged(int capacity) {
            children = new int[capacity];
            weights = new double[capacity];
            sizes = new double[capacity];
        }

        void add(int child, double weight) {
            int at = 0;
            while (at < count && children[at] < child) {
                at++;
            }
            if (at == count || children[at] != child) {
                for (int i = count; i > at; i--) {
                    move(i - 1, i);
                }
                count++;
                children[at] = child;
                weights[at] = 0;
                sizes[at] = 0;
            }
            weights[at] += weight;
            sizes[at] += Math.abs(weight);
        }

        private void move(int from, int to) {
            children[to] = children[from];
            weights[to] = weights[from];
            sizes[to] = sizes[from];
        }

        /** Drops the operands whose weights cancel. */
        void finish(DoubleUnaryOperator settled) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (Math.abs(weights[i]) > CANCELLED * sizes[i]) {
                    move(i, kept);
                    weights[kept] = settled.applyAsDouble(weights[kept]);
                    kept++;
                }
            }
            count = kept;
        }

        boolean isFinite() {
            for (int i = 0; i < count; i++) {
                if (!Double.isFinite(weights[i])) {
                    return false;
                }
            }
            return true;
        }

        int[] children() {
            return Arrays.copyOf(children, count);
        }

        double[] weights() {
            return Arrays.copyOf(weights, count);
        }
    }
}
