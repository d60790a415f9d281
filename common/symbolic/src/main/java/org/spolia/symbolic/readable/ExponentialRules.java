package org.spolia.symbolic.readable;

import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.special.Exponential;
import org.spolia.symbolic.special.Logarithm;

/** Exponentials, logarithms and powers with exponents that vary. */
final class ExponentialRules extends Rules {
    private static final double LARGEST_BASE = 1000;
    private static final int[] LOGARITHMS = {Opcode.LOG, Opcode.LOG10, Opcode.LOG2};

    ExponentialRules(Graph graph, Arithmetic arithmetic) {
        super(graph, arithmetic);
    }

    @Override
    void apply(Node node, int owner) {
        switch (node.kind()) {
            case Opcode.EXP -> exponential(node.children()[0], owner);
            case Opcode.POW -> power(node.children()[0], node.children()[1], owner);
            case Opcode.LOG, Opcode.LOG2, Opcode.LOG10 -> logarithm(node, owner);
            case Opcode.LOG1P ->
                join(owner, arithmetic.call(Opcode.LOG, arithmetic.sum(1, node.children(), new double[] {1})));
            case Node.SUM -> {
                mergeLogarithms(node, owner);
                changeBase(node, owner);
                intoExponential(node, owner);
            }
            default -> {}
        }
    }

    private void exponential(int operand, int owner) {
        for (Node inner : List.copyOf(graph.nodes(operand))) {
            switch (inner.kind()) {
                case Opcode.LOG -> join(owner, inner.children()[0]);
                case Node.PRODUCT -> exponentialOfProduct(inner, 1, owner);
                case Node.SUM -> exponentialOfSum(inner, owner);
                default -> {}
            }
        }
    }

    private void exponentialOfSum(Node sum, int owner) {
        if (sum.isScaled()) {
            double factor = sum.weights()[0];
            join(owner, arithmetic.power(arithmetic.call(Opcode.EXP, sum.children()[0]), factor));
            double base = graph.names().settled(Exponential.exp(factor));
            if (base > 1 && base <= LARGEST_BASE && base == Math.rint(base)) {
                join(owner, arithmetic.call(Opcode.POW, arithmetic.number(base), sum.children()[0]));
            }
            for (Node inner : List.copyOf(graph.nodes(sum.children()[0]))) {
                if (inner.is(Node.PRODUCT)) {
                    exponentialOfProduct(inner, factor, owner);
                }
            }
            return;
        }
        int[] factors = new int[sum.children().length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = arithmetic.call(Opcode.EXP, sum.children()[i]);
        }
        int product = arithmetic.product(factors, sum.weights());
        double number = Exponential.exp(sum.number());
        if (product != Arithmetic.NONE && Double.isFinite(number)) {
            join(owner, arithmetic.scaled(number, product));
        }
    }

    /** {@code exp(w*c*log(u))} is {@code u^(w*c)}. */
    private void exponentialOfProduct(Node product, double factor, int owner) {
        for (int i = 0; i < product.children().length; i++) {
            int base = product.weights()[i] == 1 ? operand(product.children()[i], Opcode.LOG) : Arithmetic.NONE;
            if (base != Arithmetic.NONE) {
                int[] others = without(product.children(), i);
                int rest = arithmetic.product(others, without(product.weights(), i));
                boolean logarithms =
                        Arrays.stream(others).anyMatch(other -> operand(other, Opcode.LOG) != Arithmetic.NONE);
                if (rest == Arithmetic.NONE || logarithms) {
                    continue;
                }
                join(owner, arithmetic.call(Opcode.POW, base, arithmetic.scaled(factor, rest)));
                if (factor < 0) {
                    join(
                            owner,
                            arithmetic.call(Opcode.POW, arithmetic.power(base, -1), arithmetic.scaled(-factor, rest)));
                }
            }
        }
    }

    /** {@code 7.389*exp(x)} is {@code exp(x + 2)}. */
    private void intoExponential(Node node, int owner) {
        for (int i = 0; i < node.children().length; i++) {
            double weight = node.weights()[i];
            int operand = graph.names().isFraction(weight) ? Arithmetic.NONE : operand(node.children()[i], Opcode.EXP);
            if (operand == Arithmetic.NONE) {
                continue;
            }
            NamedNumber name = graph.names().names(weight).get(0);
            double shift = name.unit() == Unit.E
                    ? name.below() ? -1 : 1
                    : graph.names().settled(Logarithm.log(Math.abs(weight)));
            if (graph.names().isFraction(shift)) {
                int exponential =
                        arithmetic.call(Opcode.EXP, arithmetic.sum(shift, new int[] {operand}, new double[] {1}));
                join(
                        owner,
                        arithmetic.sum(
                                node.number(),
                                joined(without(node.children(), i), exponential),
                                joined(without(node.weights(), i), weight / Exponential.exp(shift))));
            }
        }
    }

    private void power(int base, int exponent, int owner) {
        for (Node inner : List.copyOf(graph.nodes(exponent))) {
            if (inner.isScaled() && inner.weights()[0] < 0) {
                int opposite = arithmetic.scaled(-inner.weights()[0], inner.children()[0]);
                join(owner, arithmetic.call(Opcode.POW, arithmetic.power(base, -1), opposite));
                join(owner, arithmetic.power(arithmetic.call(Opcode.POW, base, opposite), -1));
            } else if (inner.is(Node.SUM) && inner.number() != 0) {
                int rest = arithmetic.sum(0, inner.children(), inner.weights());
                join(
                        owner,
                        arithmetic.times(
                                arithmetic.power(base, inner.number()), arithmetic.call(Opcode.POW, base, rest)));
            }
        }
        for (Node inner : List.copyOf(graph.nodes(base))) {
            if (inner.is(Opcode.EXP)) {
                join(owner, arithmetic.call(Opcode.EXP, arithmetic.times(inner.children()[0], exponent)));
            } else if (inner.is(Node.PRODUCT) && inner.children().length == 1) {
                int total = arithmetic.scaled(inner.weights()[0], exponent);
                join(owner, arithmetic.call(Opcode.POW, inner.children()[0], total));
            }
        }
    }

    private void logarithm(Node node, int owner) {
        double scale = Logarithm.log(base(node.kind()));
        int operand = node.children()[0];
        for (Node inner : List.copyOf(graph.nodes(operand))) {
            switch (inner.kind()) {
                case Opcode.EXP -> join(owner, arithmetic.scaled(1 / scale, inner.children()[0]));
                case Opcode.POW ->
                    join(
                            owner,
                            arithmetic.times(arithmetic.call(node.kind(), inner.children()[0]), inner.children()[1]));
                case Node.PRODUCT -> {
                    join(owner, logarithmOfProduct(node.kind(), inner));
                    int opposite = arithmetic.product(inner.children(), times(inner.weights(), -1));
                    if (opposite != Arithmetic.NONE
                            && Arrays.stream(inner.weights()).anyMatch(exponent -> exponent < 0)) {
                        join(owner, arithmetic.scaled(-1, arithmetic.call(node.kind(), opposite)));
                    }
                }
                case Node.SUM -> {
                    if (inner.isScaled() && inner.weights()[0] > 0) {
                        double constant = Logarithm.log(inner.weights()[0]) / scale;
                        int rest = arithmetic.call(node.kind(), inner.children()[0]);
                        join(owner, arithmetic.sum(constant, new int[] {rest}, new double[] {1}));
                    }
                }
                default -> {}
            }
        }
    }

    /**
     * A factor of a logarithm that has no name may have one for another base: {@code 2.17147*log(x)} is
     * {@code 5*log10(x)}.
     */
    private void changeBase(Node node, int owner) {
        for (int i = 0; i < node.children().length; i++) {
            if (graph.names().isFraction(node.weights()[i])) {
                continue;
            }
            changeBase(node, owner, i, node.children()[i], Node.leaf(Node.PRODUCT, 0));
            for (Node product : List.copyOf(graph.nodes(node.children()[i]))) {
                for (int j = 0; product.is(Node.PRODUCT) && j < product.children().length; j++) {
                    if (product.weights()[j] == 1) {
                        Node rest = new Node(
                                Node.PRODUCT, 0, without(product.children(), j), without(product.weights(), j));
                        changeBase(node, owner, i, product.children()[j], rest);
                    }
                }
            }
        }
    }

    private void changeBase(Node node, int owner, int term, int logarithm, Node rest) {
        for (int from : LOGARITHMS) {
            int operand = operand(logarithm, from);
            for (int to : LOGARITHMS) {
                double weight = node.weights()[term] * Logarithm.log(base(to)) / Logarithm.log(base(from));
                if (operand == Arithmetic.NONE || from == to || !graph.names().isFraction(weight)) {
                    continue;
                }
                int product = arithmetic.product(
                        joined(rest.children(), arithmetic.call(to, operand)), joined(rest.weights(), 1));
                join(
                        owner,
                        arithmetic.sum(
                                node.number(),
                                joined(without(node.children(), term), product),
                                joined(without(node.weights(), term), weight)));
            }
        }
    }

    private static double base(int opcode) {
        return switch (opcode) {
            case Opcode.LOG -> Math.E;
            case Opcode.LOG10 -> 10;
            default -> 2;
        };
    }

    private int logarithmOfProduct(int opcode, Node product) {
        int[] terms = new int[product.children().length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = arithmetic.call(opcode, product.children()[i]);
        }
        return arithmetic.sum(0, terms, product.weights());
    }

    /** {@code w*log(u) - w*log(v) + k} is {@code w*log(u/v) + k}. */
    private void mergeLogarithms(Node node, int owner) {
        for (int opcode : LOGARITHMS) {
            int first = -1;
            int[] inner = {};
            double[] innerWeights = {};
            int[] rest = {};
            double[] restWeights = {};
            for (int i = 0; i < node.children().length; i++) {
                int operand = operand(node.children()[i], opcode);
                double ratio = first < 0 ? 1 : graph.names().settled(node.weights()[i] / node.weights()[first]);
                if (operand != Arithmetic.NONE && ratio == Math.rint(ratio)) {
                    first = first < 0 ? i : first;
                    inner = joined(inner, operand);
                    innerWeights = joined(innerWeights, ratio);
                } else {
                    rest = joined(rest, node.children()[i]);
                    restWeights = joined(restWeights, node.weights()[i]);
                }
            }
            if (inner.length > 1) {
                int merged = arithmetic.call(opcode, arithmetic.product(inner, innerWeights));
                join(
                        owner,
                        arithmetic.sum(
                                node.number(), joined(rest, merged), joined(restWeights, node.weights()[first])));
            }
            if (inner.length == 1 && node.number() != 0 && !graph.names().isNamed(node.number())) {
                double factor = Exponential.exp(node.number() / node.weights()[first] * Logarithm.log(base(opcode)));
                if (graph.names().isNamed(factor) && factor > 0) {
                    int merged = arithmetic.call(opcode, arithmetic.scaled(factor, inner[0]));
                    join(owner, arithmetic.sum(0, joined(rest, merged), joined(restWeights, node.weights()[first])));
                }
            }
        }
    }
}
