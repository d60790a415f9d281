package org.spolia.symbolic.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums: sums in sums, numbers as factors, terms without effect. */
final class SumRules extends Rules {
    private static final int MOST_TERMS = 12;
    private static final int MOST_FACTORS = 4;

    /** A term of this share of every value of the sum is smaller than what rounding leaves of the sum. */
    private final double negligible;

    SumRules(Graph graph, Arithmetic arithmetic, double negligible) {
        super(graph, arithmetic);
        this.negligible = negligible;
    }

    @Override
    void apply(Node node, int owner) {
        if (!node.is(Node.SUM)) {
            return;
        }
        flatten(node, owner);
        if (node.isScaled()) {
            intoRoot(node, owner);
            return;
        }
        dropNegligible(node, owner);
        factorNumber(node, owner);
    }

    private void flatten(Node node, int owner) {
        for (int i = 0; i < node.children().length; i++) {
            for (Node inner : List.copyOf(graph.nodes(node.children()[i]))) {
                if (inner.is(Node.SUM) && inner.children().length + node.children().length <= MOST_TERMS) {
                    double weight = node.weights()[i];
                    join(
                            owner,
                            arithmetic.sum(
                                    node.number() + weight * inner.number(),
                                    joined(without(node.children(), i), inner.children()),
                                    joined(without(node.weights(), i), times(inner.weights(), weight))));
                }
            }
        }
    }

    /** {@code w*sqrt(x)} is {@code sqrt(w^2*x)}. */
    private void intoRoot(Node node, int owner) {
        double weight = node.weights()[0];
        if (graph.names().isFraction(weight)) {
            return;
        }
        for (Node inner : List.copyOf(graph.nodes(node.children()[0]))) {
            if (inner.is(Node.PRODUCT) && inner.children().length == 1 && Math.abs(inner.weights()[0]) == 0.5) {
                double exponent = inner.weights()[0];
                double square = exponent > 0 ? weight * weight : 1 / (weight * weight);
                int root = arithmetic.power(arithmetic.scaled(square, inner.children()[0]), exponent);
                join(owner, weight > 0 ? root : root == Arithmetic.NONE ? root : arithmetic.scaled(-1, root));
            }
        }
    }

    private void dropNegligible(Node node, int owner) {
        Probe.Values sum = graph.values(owner);
        for (int i = 0; i < node.children().length; i++) {
            if (Probe.isBelowRounding(graph.values(node.children()[i]), node.weights()[i], sum, negligible)) {
                join(owner, arithmetic.sum(node.number(), without(node.children(), i), without(node.weights(), i)));
            }
        }
        if (node.number() != 0 && Probe.isBelowRounding(node.number(), sum, negligible)) {
            join(owner, arithmetic.sum(0, node.children(), node.weights()));
        }
    }

    private void factorNumber(Node node, int owner) {
        List<Double> factors = new ArrayList<>();
        boolean negative = Arrays.stream(node.weights()).anyMatch(weight -> weight < 0) || node.number() < 0;
        if (negative) {
            factors.add(-1.0);
        }
        for (double weight : node.weights()) {
            addFactor(weight, factors);
        }
        addFactor(node.number(), factors);
        for (double factor : factors) {
            int inner = arithmetic.sum(node.number() / factor, node.children(), times(node.weights(), 1 / factor));
            if (inner != Arithmetic.NONE) {
                join(owner, arithmetic.scaled(factor, inner));
            }
        }
    }

    private static void addFactor(double weight, List<Double> factors) {
        if (weight != 0 && weight != 1 && factors.size() < MOST_FACTORS && !factors.contains(weight)) {
            factors.add(weight);
        }
    }
}
