package org.spolia.symbolic.readable;

import java.util.List;
import org.spolia.symbolic.expression.Opcode;

/** Products and powers: products in products, sums that are multiplied out, factors with one exponent. */
final class ProductRules extends Rules {
    private static final int MOST_FACTORS = 12;
    private static final int MOST_TERMS = 4;

    ProductRules(Graph graph, Arithmetic arithmetic) {
        super(graph, arithmetic);
    }

    @Override
    void apply(Node node, int owner) {
        if (!node.is(Node.PRODUCT)) {
            return;
        }
        for (int i = 0; i < node.children().length; i++) {
            for (Node inner : List.copyOf(graph.nodes(node.children()[i]))) {
                flatten(node, owner, i, inner);
            }
        }
        group(node, owner);
        mergeExponentials(node, owner);
        mergePowers(node, owner);
        trigonometric(node, owner, Opcode.SIN, Opcode.COS, Opcode.TAN);
        trigonometric(node, owner, Opcode.SINH, Opcode.COSH, Opcode.TANH);
    }

    private void flatten(Node node, int owner, int at, Node inner) {
        double exponent = node.weights()[at];
        int[] children = without(node.children(), at);
        double[] weights = without(node.weights(), at);
        switch (inner.kind()) {
            case Node.PRODUCT -> {
                if (inner.children().length + children.length <= MOST_FACTORS) {
                    join(
                            owner,
                            arithmetic.product(
                                    joined(children, inner.children()),
                                    joined(weights, times(inner.weights(), exponent))));
                }
            }
            case Node.SUM -> {
                if (inner.isScaled()) {
                    double factor = inner.weights()[0];
                    int product = arithmetic.product(joined(children, inner.children()[0]), joined(weights, exponent));
                    join(owner, scaled(Probe.power(factor, exponent), product));
                } else if (exponent == 1 && children.length > 0) {
                    distribute(owner, children, weights, inner);
                } else if (exponent == -1) {
                    divide(owner, children, weights, inner);
                }
            }
            case Opcode.EXP ->
                join(
                        owner,
                        arithmetic.times(
                                arithmetic.product(children, weights),
                                arithmetic.call(Opcode.EXP, scaled(exponent, inner.children()[0]))));
            case Opcode.POW ->
                join(
                        owner,
                        arithmetic.times(
                                arithmetic.product(children, weights),
                                arithmetic.call(
                                        Opcode.POW, inner.children()[0], scaled(exponent, inner.children()[1]))));
            case Opcode.ABS ->
                join(owner, arithmetic.product(joined(children, inner.children()[0]), joined(weights, exponent)));
            default -> {}
        }
    }

    private int scaled(double factor, int member) {
        return member == Arithmetic.NONE || !Double.isFinite(factor)
                ? Arithmetic.NONE
                : arithmetic.scaled(factor, member);
    }

    private void distribute(int owner, int[] children, double[] weights, Node sum) {
        if (sum.children().length > MOST_TERMS) {
            return;
        }
        int[] terms = new int[sum.children().length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = arithmetic.product(joined(children, sum.children()[i]), joined(weights, 1));
        }
        if (sum.number() == 0) {
            join(owner, arithmetic.sum(0, terms, sum.weights()));
            return;
        }
        int rest = arithmetic.product(children, weights);
        join(owner, arithmetic.sum(0, joined(terms, rest), joined(sum.weights(), sum.number())));
    }

    /** {@code exp(x)/(exp(x) + y)} is {@code 1/(1 + y*exp(-x))}. */
    private void divide(int owner, int[] children, double[] weights, Node sum) {
        for (int i = 0; i < children.length; i++) {
            for (int j = 0; weights[i] == 1 && j < sum.children().length; j++) {
                if (graph.find(sum.children()[j]) == graph.find(children[i])
                        && graph.nodes(children[i]).stream()
                                .anyMatch(node -> node.is(Opcode.POW) || node.is(Opcode.EXP))) {
                    int[] terms = new int[sum.children().length + 1];
                    for (int term = 0; term < terms.length - 1; term++) {
                        terms[term] =
                                arithmetic.product(new int[] {sum.children()[term], children[i]}, new double[] {1, -1});
                    }
                    terms[terms.length - 1] = arithmetic.power(children[i], -1);
                    int quotient = arithmetic.sum(0, terms, joined(sum.weights(), sum.number()));
                    join(
                            owner,
                            arithmetic.product(
                                    joined(without(children, i), quotient), joined(without(weights, i), -1)));
                }
            }
        }
    }

    /** {@code x^0.5/y^0.5} is {@code (x/y)^0.5}. Whole powers of products stay as they are. */
    private void group(Node node, int owner) {
        for (int first = 0; first < node.weights().length; first++) {
            double size = Math.abs(node.weights()[first]);
            if (size == 1 || !isFirstOfSize(node, first)) {
                continue;
            }
            boolean quotient = hasWeight(node, size) && hasWeight(node, -size);
            if (!quotient && size == Math.rint(size)) {
                continue;
            }
            double exponent = hasWeight(node, size) ? size : -size;
            int[] rest = {};
            double[] restWeights = {};
            int[] inner = {};
            double[] innerWeights = {};
            for (int i = 0; i < node.weights().length; i++) {
                if (Math.abs(node.weights()[i]) == size) {
                    inner = joined(inner, node.children()[i]);
                    innerWeights = joined(innerWeights, node.weights()[i] == exponent ? 1 : -1);
                } else {
                    rest = joined(rest, node.children()[i]);
                    restWeights = joined(restWeights, node.weights()[i]);
                }
            }
            if (inner.length > 1) {
                int product = arithmetic.product(inner, innerWeights);
                join(owner, arithmetic.product(joined(rest, product), joined(restWeights, exponent)));
            }
        }
    }

    private static boolean isFirstOfSize(Node node, int index) {
        for (int i = 0; i < index; i++) {
            if (Math.abs(node.weights()[i]) == Math.abs(node.weights()[index])) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasWeight(Node node, double weight) {
        for (double other : node.weights()) {
            if (other == weight) {
                return true;
            }
        }
        return false;
    }

    private void mergeExponentials(Node node, int owner) {
        int[] exponents = {};
        double[] exponentWeights = {};
        int[] rest = {};
        double[] restWeights = {};
        for (int i = 0; i < node.children().length; i++) {
            int operand = operand(node.children()[i], Opcode.EXP);
            if (operand == Arithmetic.NONE) {
                rest = joined(rest, node.children()[i]);
                restWeights = joined(restWeights, node.weights()[i]);
            } else {
                exponents = joined(exponents, operand);
                exponentWeights = joined(exponentWeights, node.weights()[i]);
            }
        }
        if (exponents.length > 1) {
            int power = arithmetic.call(Opcode.EXP, arithmetic.sum(0, exponents, exponentWeights));
            join(owner, arithmetic.product(joined(rest, power), joined(restWeights, 1)));
        }
    }

    /** Merges powers with equal exponents, and powers with equal bases. */
    private void mergePowers(Node node, int owner) {
        for (int i = 0; i < node.children().length; i++) {
            for (Node power : List.copyOf(graph.nodes(node.children()[i]))) {
                if (power.is(Opcode.POW)) {
                    mergePower(node, owner, i, power);
                }
            }
        }
    }

    private void mergePower(Node node, int owner, int at, Node power) {
        int base = graph.find(power.children()[0]);
        int exponent = graph.find(power.children()[1]);
        double weight = node.weights()[at];
        for (int j = 0; j < node.children().length; j++) {
            if (j == at) {
                continue;
            }
            int[] rest = without(node.children(), at, j);
            double[] restWeights = without(node.weights(), at, j);
            double other = node.weights()[j];
            if (graph.find(node.children()[j]) == base) {
                int total = arithmetic.sum(other, new int[] {exponent}, new double[] {weight});
                int merged = arithmetic.call(Opcode.POW, base, total);
                join(owner, arithmetic.product(joined(rest, merged), joined(restWeights, 1)));
            }
            for (Node twin : List.copyOf(graph.nodes(node.children()[j]))) {
                if (!twin.is(Opcode.POW)) {
                    continue;
                }
                int merged = Arithmetic.NONE;
                if (graph.find(twin.children()[1]) == exponent) {
                    int bases = arithmetic.product(new int[] {base, twin.children()[0]}, new double[] {weight, other});
                    merged = arithmetic.call(Opcode.POW, bases, exponent);
                } else if (graph.find(twin.children()[0]) == base) {
                    int total =
                            arithmetic.sum(0, new int[] {exponent, twin.children()[1]}, new double[] {weight, other});
                    merged = arithmetic.call(Opcode.POW, base, total);
                }
                join(owner, arithmetic.product(joined(rest, merged), joined(restWeights, 1)));
            }
        }
    }

    /** A quotient of sine and cosine is the tangent, and twice their product the sine of twice the angle. */
    private void trigonometric(Node node, int owner, int sine, int cosine, int tangent) {
        for (int i = 0; i < node.children().length; i++) {
            int angle = operand(node.children()[i], sine);
            for (int j = 0; angle != Arithmetic.NONE && j < node.children().length; j++) {
                if (i == j || operand(node.children()[j], cosine) != angle) {
                    continue;
                }
                int[] rest = without(node.children(), i, j);
                double[] restWeights = without(node.weights(), i, j);
                double exponent = node.weights()[i];
                if (node.weights()[j] == -exponent) {
                    int quotient = arithmetic.call(tangent, angle);
                    join(owner, arithmetic.product(joined(rest, quotient), joined(restWeights, exponent)));
                } else if (node.weights()[j] == 1 && exponent == 1) {
                    int twice = arithmetic.call(sine, arithmetic.scaled(2, angle));
                    join(owner, scaled(0.5, arithmetic.product(joined(rest, twice), joined(restWeights, 1))));
                }
            }
        }
    }
}
