package org.spolia.symbolic.readable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums: a factor that terms share goes before a parenthesis, a denominator below all terms. */
final class CommonFactors extends Rules {
    private static final int MOST_BASES = 12;

    CommonFactors(Graph graph, Arithmetic arithmetic) {
        super(graph, arithmetic);
    }

    @Override
    void apply(Node node, int owner) {
        if (!node.is(Node.SUM) || node.isScaled()) {
            return;
        }
        for (int base : bases(node)) {
            double[] exponents = exponents(node, base);
            int count = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double exponent : exponents) {
                if (exponent != 0) {
                    count++;
                    least = Math.min(least, exponent);
                    most = Math.max(most, exponent);
                }
            }
            if (count >= 2) {
                factorOut(node, owner, base, exponents, least, false);
                if (most < 0 && most != least) {
                    factorOut(node, owner, base, exponents, most, false);
                }
            }
            if (least < 0 && (count < exponents.length || node.number() != 0)) {
                factorOut(node, owner, base, exponents, least, true);
            }
        }
    }

    private List<Integer> bases(Node node) {
        List<Integer> bases = new ArrayList<>();
        for (int child : node.children()) {
            addBase(graph.find(child), bases);
            for (Node inner : graph.nodes(child)) {
                if (inner.is(Node.PRODUCT)) {
                    for (int base : inner.children()) {
                        addBase(graph.find(base), bases);
                    }
                }
            }
        }
        return bases;
    }

    private static void addBase(int base, List<Integer> bases) {
        if (bases.size() < MOST_BASES && !bases.contains(base)) {
            bases.add(base);
        }
    }

    private double[] exponents(Node node, int base) {
        double[] exponents = new double[node.children().length];
        for (int i = 0; i < exponents.length; i++) {
            exponents[i] = graph.find(node.children()[i]) == base ? 1 : exponent(node.children()[i], base);
        }
        return exponents;
    }

    private double exponent(int term, int base) {
        return productWith(term, base)
                .map(product -> product.weights()[indexOf(product, base)])
                .orElse(0.0);
    }

    /** Returns the first product of a class that has this factor. */
    private Optional<Node> productWith(int term, int base) {
        for (Node inner : graph.nodes(term)) {
            if (inner.is(Node.PRODUCT) && indexOf(inner, base) >= 0) {
                return Optional.of(inner);
            }
        }
        return Optional.empty();
    }

    /** @param all whether the power becomes a factor of the whole sum, or only of the terms that have it */
    private void factorOut(Node node, int owner, int base, double[] exponents, double power, boolean all) {
        int[] inner = {};
        double[] innerWeights = {};
        int[] rest = {};
        double[] restWeights = {};
        for (int i = 0; i < exponents.length; i++) {
            int child = node.children()[i];
            if (all || exponents[i] != 0) {
                int quotient = quotient(child, base, exponents[i], power);
                inner = joined(inner, quotient);
                innerWeights = joined(innerWeights, node.weights()[i]);
            } else {
                rest = joined(rest, child);
                restWeights = joined(restWeights, node.weights()[i]);
            }
        }
        if (all && node.number() != 0) {
            inner = joined(inner, arithmetic.power(base, -power));
            innerWeights = joined(innerWeights, node.number());
        }
        int sum = arithmetic.sum(0, inner, innerWeights);
        int product = arithmetic.product(new int[] {base, sum}, new double[] {power, 1});
        join(owner, all ? product : arithmetic.sum(node.number(), joined(rest, product), joined(restWeights, 1)));
    }

    /** Returns a term divided by a power of a base. The normal form of the product has no cancelled base. */
    private int quotient(int term, int base, double exponent, double power) {
        Optional<Node> product = exponent == 0 || graph.find(term) == base ? Optional.empty() : productWith(term, base);
        if (product.isPresent()) {
            return arithmetic.product(
                    joined(product.get().children(), base), joined(product.get().weights(), -power));
        }
        return arithmetic.product(new int[] {term, base}, new double[] {1, -power});
    }
}
