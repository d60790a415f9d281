package org.spolia.symbolic.expression;

/**
 * The integer that represents a node in a postfix array. Leaves come first, then operators of arity one, then of arity
 * two, then the operators that formulas define, whose numbers are relative to their {@link Definitions}. The numbers
 * live in memory only: files, tables and hashes use {@link Operator#text()}.
 */
public final class Opcode {
    /** In an {@link Expansion}: pushes the value at a position of the stack again. */
    public static final int OPERAND = -1;

    /** In an {@link Expansion}: moves the last value to the position of the operands below it. */
    public static final int RESULT = -2;

    /** In the body of a {@link Template}: a call of one of its functions. */
    static final int CALL = -3;

    public static final int CONSTANT = 0;
    public static final int VARIABLE = 1;
    public static final int PARAMETER = 2;

    public static final int NEG = 3;
    public static final int INV = 4;
    public static final int ABS = 5;
    public static final int SQUARE = 6;
    public static final int CUBE = 7;
    public static final int SQRT = 8;
    public static final int EXP = 9;
    public static final int LOG = 10;
    public static final int SIN = 11;
    public static final int COS = 12;
    public static final int TANH = 13;
    public static final int ASIN = 14;
    public static final int ATAN = 15;
    public static final int LI2 = 16;
    public static final int TAN = 17;
    public static final int ACOS = 18;
    public static final int SINH = 19;
    public static final int COSH = 20;
    public static final int LOG2 = 21;
    public static final int LOG10 = 22;
    public static final int CBRT = 23;
    public static final int ERF = 24;
    public static final int ERFC = 25;
    public static final int ASINH = 26;
    public static final int ACOSH = 27;
    public static final int ATANH = 28;
    public static final int LOG1P = 29;
    public static final int GAMMA = 30;
    public static final int LGAMMA = 31;
    public static final int J0 = 32;
    public static final int J1 = 33;
    public static final int LAMBERTW = 34;
    public static final int LOGISTIC = 35;
    public static final int SATURATION = 36;
    public static final int RELU = 37;
    public static final int SIGN = 38;
    public static final int FLOOR = 39;
    public static final int CEIL = 40;

    public static final int PLACEBO_1 = 41;
    public static final int PLACEBO_2 = 42;
    public static final int PLACEBO_3 = 43;

    public static final int ROUND = 44;
    public static final int SINC = 45;

    /** The root of a tree of a {@link Template}, above its sub-expressions. */
    public static final int FORM = 63;

    public static final int ADD = 64;
    public static final int SUB = 65;
    public static final int MUL = 66;
    public static final int DIV = 67;
    public static final int POW = 68;
    public static final int MAX = 69;
    public static final int MIN = 70;
    public static final int MOD = 71;
    public static final int GREATER = 72;
    public static final int GREATER_EQUAL = 73;
    public static final int LESS = 74;
    public static final int LESS_EQUAL = 75;
    public static final int LOGICAL_OR = 76;
    public static final int LOGICAL_AND = 77;
    public static final int COND = 78;

    /** Between the sub-expressions of a tree of a {@link Template}. */
    public static final int JOIN = 127;

    /** All opcodes are less than this. */
    public static final int LIMIT = 256;

    /** The most operands of an operator. */
    public static final int MOST_OPERANDS = 3;

    /**
     * The first opcode of an operator that a formula defines. Each number of operands has the same number of opcodes.
     */
    private static final int DEFINED = 128;

    static final int DEFINED_PER_ARITY = 32;

    private Opcode() {}

    /** The number of operands: 0 for leaves, 1 to 3 for operators. */
    public static int arity(int opcode) {
        if (opcode >= DEFINED) {
            return 1 + (opcode - DEFINED) / DEFINED_PER_ARITY;
        }
        if (opcode >= ADD) {
            return 2;
        }
        return opcode >= NEG ? 1 : 0;
    }

    /** Returns whether a formula defines the operator. */
    public static boolean isDefined(int opcode) {
        return opcode >= DEFINED;
    }

    /** Returns whether the node only joins the parts of a tree of a {@link Template} and computes nothing. */
    public static boolean isSpine(int opcode) {
        return opcode == FORM || opcode == JOIN;
    }

    static int defined(int arity, int index) {
        return DEFINED + (arity - 1) * DEFINED_PER_ARITY + index;
    }
}
