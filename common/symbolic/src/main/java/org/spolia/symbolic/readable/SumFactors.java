package org.spolia.symbolic.readable;

import java.util.List;

/** Sums that are factors of a term: {@code x + y + (x + y)*z} is {@code (x + y)*(1 + z)}, and squares are expanded. */
final class SumFactors extends Rules {
    private static final int MOST_TERMS = 2;

    SumFactors(Graph graph, Arithmetic arithmetic) {
        super(graph, arithmetic);
    }

    @Override
    void apply(Node node, int owner) {
        if (!node.is(Node.SUM) || node.isScaled()) {
            return;
        }
        for (int i = 0; i < node.children().length; i++) {
            for (Node product : List.copyOf(graph.nodes(node.children()[i]))) {
                if (product.is(Node.PRODUCT)) {
                    factorOut(node, owner, i, product);
                    expand(node, owner, i, product);
                }
            }
        }
    }

    private void factorOut(Node node, int owner, int at, Node product) {
        for (int j = 0; j < product.children().length; j++) {
            for (Node sum : List.copyOf(graph.nodes(product.children()[j]))) {
                if (product.weights()[j] == 1 && sum.is(Node.SUM) && !sum.isScaled()) {
                    double ratio = ratio(node, at, sum);
                    if (ratio != 0) {
                        factorOut(node, owner, at, product, j, sum, ratio);
                    }
                }
            }
        }
    }

    /** Returns the factor with which the other terms contain a sum; 0 if they do not. */
    private double ratio(Node node, int at, Node sum) {
        double ratio = sum.number() == 0 ? 0 : node.number() / sum.number();
        boolean first = sum.number() == 0;
        for (int term = 0; term < sum.children().length; term++) {
            int place = indexOf(node, sum.children()[term]);
            if (place < 0 || place == at) {
                return 0;
            }
            double own = node.weights()[place] / sum.weights()[term];
            if (!first && graph.names().settled(own / ratio) != 1) {
                return 0;
            }
            ratio = first ? own : ratio;
            first = false;
        }
        return Double.isFinite(ratio) ? ratio : 0;
    }

    private void factorOut(Node node, int owner, int at, Node product, int base, Node sum, double ratio) {
        int rest = arithmetic.product(without(product.children(), base), without(product.weights(), base));
        int factor = arithmetic.sum(ratio, new int[] {rest}, new double[] {node.weights()[at]});
        int factored = arithmetic.times(product.children()[base], factor);
        int[] terms = joined(joined(without(node.children(), at), sum.children()), factored);
        double[] weights = joined(joined(without(node.weights(), at), times(sum.weights(), -ratio)), 1);
        double number = node.number() - ratio * sum.number();
        join(owner, arithmetic.sum(Math.abs(number) <= 1e-14 * Math.abs(node.number()) ? 0 : number, terms, weights));
    }

    /** The square of two terms may cancel others. */
    private void expand(Node node, int owner, int at, Node power) {
        if (power.children().length != 1 || power.weights()[0] != 2) {
            return;
        }
        for (Node sum : List.copyOf(graph.nodes(power.children()[0]))) {
            int parts = sum.children().length + (sum.number() == 0 ? 0 : 1);
            if (!sum.is(Node.SUM) || sum.isScaled() || parts > MOST_TERMS) {
                continue;
            }
            int first = arithmetic.scaled(sum.weights()[0], sum.children()[0]);
            int second = parts == sum.children().length
                    ? arithmetic.scaled(sum.weights()[1], sum.children()[1])
                    : arithmetic.number(sum.number());
            int[] terms = {arithmetic.power(first, 2), arithmetic.times(first, second), arithmetic.power(second, 2)};
            double weight = node.weights()[at];
            join(
                    owner,
                    arithmetic.sum(
                            node.number(),
                            joined(without(node.children(), at), terms),
                            joined(without(node.weights(), at), weight, 2 * weight, weight)));
        }
    }
}
