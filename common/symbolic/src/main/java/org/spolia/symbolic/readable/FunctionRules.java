package org.spolia.symbolic.readable;

import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.expression.Opcode;

/** Functions that are odd, even or periodic, and the identities of sine and cosine. */
final class FunctionRules extends Rules {
    FunctionRules(Graph graph, Arithmetic arithmetic) {
        super(graph, arithmetic);
    }

    @Override
    void apply(Node node, int owner) {
        switch (node.kind()) {
            case Opcode.SIN, Opcode.COS -> {
                shift(node, owner);
                flip(node, owner, node.is(Opcode.SIN) ? -1 : 1);
            }
            case Opcode.TAN,
                    Opcode.TANH,
                    Opcode.ASIN,
                    Opcode.ATAN,
                    Opcode.SINH,
                    Opcode.ERF,
                    Opcode.ASINH,
                    Opcode.ATANH,
                    Opcode.CBRT -> flip(node, owner, -1);
            case Opcode.COSH, Opcode.J0, Opcode.SINC -> flip(node, owner, 1);
            case Opcode.ABS -> {
                join(owner, node.children()[0]);
                join(owner, arithmetic.scaled(-1, node.children()[0]));
                flip(node, owner, 1);
            }
            case Node.SUM -> {
                squares(node, owner);
                hyperbolic(node, owner);
                tangent(node, owner);
            }
            default -> {}
        }
    }

    private void flip(Node node, int owner, double sign) {
        int operand = node.children()[0];
        boolean negative = graph.nodes(operand).stream()
                .anyMatch(inner -> inner.is(Node.SUM)
                        && (inner.number() < 0 || Arrays.stream(inner.weights()).anyMatch(weight -> weight < 0)));
        if (negative) {
            int opposite = arithmetic.call(node.kind(), arithmetic.scaled(-1, operand));
            join(owner, sign < 0 && opposite != Arithmetic.NONE ? arithmetic.scaled(-1, opposite) : opposite);
        }
    }

    /** Quarters of a turn in a phase turn sines into cosines. */
    private void shift(Node node, int owner) {
        for (Node inner : List.copyOf(graph.nodes(node.children()[0]))) {
            if (!inner.is(Node.SUM) || inner.number() == 0) {
                continue;
            }
            double quarters = graph.names().settled(inner.number() / (Math.PI / 2));
            if (quarters != Math.rint(quarters) || Math.abs(quarters) > 100) {
                continue;
            }
            int turn = Math.floorMod((int) quarters + (node.is(Opcode.COS) ? 1 : 0), 4);
            int rest = arithmetic.sum(0, inner.children(), inner.weights());
            int shifted = arithmetic.call(turn % 2 == 0 ? Opcode.SIN : Opcode.COS, rest);
            join(owner, turn < 2 || shifted == Arithmetic.NONE ? shifted : arithmetic.scaled(-1, shifted));
        }
    }

    /** {@code w*sin(u)^2 + w*cos(u)^2} is {@code w}, and {@code w - w*sin(u)^2} is {@code w*cos(u)^2}. */
    private void squares(Node node, int owner) {
        for (int i = 0; i < node.children().length; i++) {
            int sine = squared(node.children()[i], Opcode.SIN);
            int cosine = sine == Arithmetic.NONE ? squared(node.children()[i], Opcode.COS) : Arithmetic.NONE;
            int operand = sine == Arithmetic.NONE ? cosine : sine;
            if (operand == Arithmetic.NONE) {
                continue;
            }
            int other = sine == Arithmetic.NONE ? Opcode.SIN : Opcode.COS;
            int square = arithmetic.power(arithmetic.call(other, operand), 2);
            double weight = node.weights()[i];
            join(
                    owner,
                    arithmetic.sum(
                            node.number() + weight,
                            joined(without(node.children(), i), square),
                            joined(without(node.weights(), i), -weight)));
        }
    }

    private int squared(int member, int opcode) {
        for (Node inner : graph.nodes(member)) {
            if (inner.is(Node.PRODUCT) && inner.children().length == 1 && inner.weights()[0] == 2) {
                return operand(inner.children()[0], opcode);
            }
        }
        return Arithmetic.NONE;
    }

    /** {@code w*exp(u) + w*exp(-u)} is {@code 2*w*cosh(u)}. */
    private void hyperbolic(Node node, int owner) {
        for (int i = 0; i < node.children().length; i++) {
            int operand = operand(node.children()[i], Opcode.EXP);
            for (int j = 0; operand != Arithmetic.NONE && j < i; j++) {
                int other = operand(node.children()[j], Opcode.EXP);
                double weight = node.weights()[i];
                if (other == Arithmetic.NONE
                        || Math.abs(weight) != Math.abs(node.weights()[j])
                        || graph.find(arithmetic.scaled(-1, operand)) != other) {
                    continue;
                }
                int opcode = weight == node.weights()[j] ? Opcode.COSH : Opcode.SINH;
                join(
                        owner,
                        arithmetic.sum(
                                node.number(),
                                joined(without(node.children(), i, j), arithmetic.call(opcode, operand)),
                                joined(without(node.weights(), i, j), 2 * weight)));
            }
        }
    }

    /** {@code 1 - 2/(exp(2*u) + 1)} is {@code tanh(u)}. */
    private void tangent(Node node, int owner) {
        for (int i = 0; node.number() != 0 && i < node.children().length; i++) {
            double half = node.weights()[i] / 2;
            int exponent = Math.abs(half) == Math.abs(node.number()) ? saturating(node.children()[i]) : Arithmetic.NONE;
            if (exponent != Arithmetic.NONE) {
                int tangent = arithmetic.call(Opcode.TANH, arithmetic.scaled(0.5, exponent));
                join(
                        owner,
                        arithmetic.sum(
                                node.number() + half,
                                joined(without(node.children(), i), tangent),
                                joined(without(node.weights(), i), -half)));
            }
        }
    }

    /** Returns u if a class is {@code 1/(exp(u) + 1)}. */
    private int saturating(int member) {
        for (Node inverse : graph.nodes(member)) {
            if (!inverse.is(Node.PRODUCT) || inverse.children().length != 1 || inverse.weights()[0] != -1) {
                continue;
            }
            for (Node sum : graph.nodes(inverse.children()[0])) {
                if (sum.is(Node.SUM) && sum.number() == 1 && sum.children().length == 1 && sum.weights()[0] == 1) {
                    return operand(sum.children()[0], Opcode.EXP);
                }
            }
        }
        return Arithmetic.NONE;
    }
}
