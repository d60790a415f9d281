package org.spolia.symbolic.library.scoring;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;

/**
 * The steps that small expressions are built from, with their costs: what laws use often is cheap. It follows the
 * operators of the user as far as they have one or two operands; squares, cubes, roots and inverses count as steps of
 * their own where the operators can write them at all.
 */
public final class Grammar {
    /** The most that either operand of a power may cost. */
    static final int POWER_OPERAND_COST = 2;

    /** Whoever defines an operator expects it in laws. */
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

    /** Whether the operators themselves have this one. */
    public boolean has(int opcode) {
        return operators.contains(opcode);
    }

    /** The formula of an operator that has one. */
    Definition definition(int opcode) {
        return operators.definitions().of(opcode);
    }

    /** What computing a column takes. */
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

    /** Whether the operands may change places. */
    static boolean commutes(int opcode) {
        return switch (opcode) {
            case Opcode.ADD, Opcode.MUL, Opcode.MAX, Opcode.MIN, Opcode.LOGICAL_OR, Opcode.LOGICAL_AND -> true;
            default -> false;
        };
    }

    /** Whether {@code outer} may stand directly around a block whose last step is {@code inner}. */
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
