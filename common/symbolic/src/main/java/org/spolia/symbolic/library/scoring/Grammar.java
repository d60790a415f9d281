package org.spolia.symbolic.library.scoring;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;

/**
 * The operators that small expressions are built from, and their costs: operators that are frequent in laws are cheap.
 * The grammar has the user's operators with one or two operands. Squares, cubes, roots and inverses are operators of
 * their own if the user's operators can express them.
 */
public final class Grammar {
    /** The largest cost of either operand of a power. */
    static final int POWER_OPERAND_COST = 2;

    /** Cheap, because users who define an operator expect it in laws. */
    private static final int DEFINED_COST = 2;

    private static final int[] PSEUDO = {Opcode.SQUARE, Opcode.INV, Opcode.SQRT, Opcode.CUBE};

    private final OperatorSet operators;
    private final int[] unary;
    private final int[] binary;

    private Grammar(OperatorSet operators, int[] unary, int[] binary) {
        this.operators = operators;
        this.unary = unary;
        this.binary = binary;
    }

    static Grammar of(OperatorSet operators) {
        OperatorVocabulary vocabulary = new OperatorVocabulary(operators);
        List<Integer> unary = new ArrayList<>();
        for (int opcode : PSEUDO) {
            if (vocabulary.writes(opcode)) {
                unary.add(opcode);
            }
        }
        List<Integer> binary = new ArrayList<>();
        for (Operator operator : operators.operators()) {
            int opcode = operator.opcode();
            if (operator.arity() == 2) {
                binary.add(opcode);
            } else if (operator.arity() == 1 && opcode != Opcode.NEG && !unary.contains(opcode)) {
                unary.add(opcode);
            }
        }
        return new Grammar(operators, array(unary), array(binary));
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns whether the user's operators include this one. */
    public boolean has(int opcode) {
        return operators.contains(opcode);
    }

    /** Returns the formula of a defined operator. */
    Definition definition(int opcode) {
        return operators.definitions().of(opcode);
    }

    /** Returns the number of passes that computing a column takes. */
    int passes(int opcode) {
        return Opcode.isDefined(opcode) ? definition(opcode).passes() : 1;
    }

    public int[] unary() {
        return unary;
    }

    public int[] binary() {
        return binary;
    }

    static int cost(int opcode) {
        if (Opcode.isDefined(opcode)) {
            return DEFINED_COST;
        }
        return switch (opcode) {
            case Opcode.ADD, Opcode.SUB, Opcode.MUL, Opcode.DIV -> 1;
            case Opcode.SQUARE, Opcode.INV, Opcode.SQRT, Opcode.EXP, Opcode.LOG, Opcode.ABS -> 1;
            case Opcode.SIN, Opcode.COS, Opcode.TANH, Opcode.CUBE, Opcode.ATAN -> 2;
            default -> 3;
        };
    }

    /** Returns whether the operator is commutative. */
    static boolean commutes(int opcode) {
        return switch (opcode) {
            case Opcode.ADD, Opcode.MUL, Opcode.MAX, Opcode.MIN, Opcode.LOGICAL_OR, Opcode.LOGICAL_AND -> true;
            default -> false;
        };
    }

    /** Returns whether {@code outer} may be applied to a block whose last operator is {@code inner}. */
    static boolean mayFollow(int outer, int inner) {
        return !(isOscillating(outer) && isOscillating(inner));
    }

    private static boolean isOscillating(int opcode) {
        return switch (opcode) {
            case Opcode.SIN, Opcode.COS, Opcode.TANH, Opcode.ASIN, Opcode.ATAN -> true;
            default -> false;
        };
    }
}
