package org.spolia.symbolic.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operator that expressions are made of: its name, how many operands it takes and how it is written.
 *
 * <p>Outside its domain an operator gives NaN; nothing is protected. {@code pow} takes a negative base with an integer exponent only,
 * {@code li2} is the real part of the dilogarithm on the whole real line, {@code lgamma} the logarithm of the magnitude of the gamma
 * function, {@code lambertw} its principal branch, {@code saturation} x/(1 + x). Names are those of PySR where it
 * has the operator. No law needs {@code placebo1} to {@code placebo3}, so they tell what a useless operator is worth.
 */
public final class Operator {
    private static final Map<String, Operator> BY_NAME = new LinkedHashMap<>();
    private static final Operator[] BY_OPCODE = new Operator[128];

    static {
        define("+", Opcode.ADD);
        define("-", Opcode.SUB);
        define("*", Opcode.MUL);
        define("/", Opcode.DIV);
        define("pow", Opcode.POW);
        define("neg", Opcode.NEG);
        define("inv", Opcode.INV);
        define("abs", Opcode.ABS);
        define("square", Opcode.SQUARE);
        define("cube", Opcode.CUBE);
        define("sqrt", Opcode.SQRT);
        define("exp", Opcode.EXP);
        define("log", Opcode.LOG);
        define("sin", Opcode.SIN);
        define("cos", Opcode.COS);
        define("tanh", Opcode.TANH);
        define("asin", Opcode.ASIN);
        define("atan", Opcode.ATAN);
        define("li2", Opcode.LI2);
        define("tan", Opcode.TAN);
        define("acos", Opcode.ACOS);
        define("sinh", Opcode.SINH);
        define("cosh", Opcode.COSH);
        define("log2", Opcode.LOG2);
        define("log10", Opcode.LOG10);
        define("cbrt", Opcode.CBRT);
        define("erf", Opcode.ERF);
        define("erfc", Opcode.ERFC);
        define("asinh", Opcode.ASINH);
        define("acosh", Opcode.ACOSH);
        define("atanh", Opcode.ATANH);
        define("log1p", Opcode.LOG1P);
        define("gamma", Opcode.GAMMA);
        define("lgamma", Opcode.LGAMMA);
        define("j0", Opcode.J0);
        define("j1", Opcode.J1);
        define("lambertw", Opcode.LAMBERTW);
        define("logistic", Opcode.LOGISTIC);
        define("saturation", Opcode.SATURATION);
        define("relu", Opcode.RELU);
        define("sign", Opcode.SIGN);
        define("floor", Opcode.FLOOR);
        define("ceil", Opcode.CEIL);
        define("placebo1", Opcode.PLACEBO_1);
        define("placebo2", Opcode.PLACEBO_2);
        define("placebo3", Opcode.PLACEBO_3);
    }

    private final String name;
    private final int opcode;

    private Operator(String name, int opcode) {
        this.name = name;
        this.opcode = opcode;
    }

    private static void define(String name, int opcode) {
        Operator operator = new Operator(name, opcode);
        BY_NAME.put(name, operator);
        BY_OPCODE[opcode] = operator;
    }

    /** The operator of this name; {@code ^} and {@code **} are other names of {@code pow}. */
    public static Optional<Operator> named(String name) {
        String plain = name.equals("^") || name.equals("**") ? "pow" : name;
        return Optional.ofNullable(BY_NAME.get(plain));
    }

    /** Every operator, the arithmetic ones first. */
    public static List<Operator> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The operator with this opcode, which must not be that of a leaf. */
    public static Operator of(int opcode) {
        Operator operator = BY_OPCODE[opcode];
        if (operator == null) {
            throw new IllegalStateException("Opcode " + opcode + " is no operator");
        }
        return operator;
    }

    public String name() {
        return name;
    }

    public int opcode() {
        return opcode;
    }

    public int arity() {
        return Opcode.arity(opcode);
    }

    @Override
    public String toString() {
        return name;
    }
}
