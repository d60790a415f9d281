package org.spolia.symbolic.expression;

/**
 * The integer that stands for a node in a postfix array. Leaves come first, then the operators of arity one, then those of arity two.
 * The numbers live in memory only: files, tables and hashes use {@link Operator#name()}.
 */
public final class Opcode {
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

    public static final int ADD = 64;
    public static final int SUB = 65;
    public static final int MUL = 66;
    public static final int DIV = 67;
    public static final int POW = 68;

    private Opcode() {}

    /** The number of operands: 0 for leaves, 1 or 2 for operators. */
    public static int arity(int opcode) {
        if (opcode >= ADD) {
            return 2;
        }
        return opcode >= NEG ? 1 : 0;
    }
}
