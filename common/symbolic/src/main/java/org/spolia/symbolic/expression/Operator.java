package org.spolia.symbolic.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operator of expressions: its name, its number of operands and its notation.
 *
 * <p>Outside its domain an operator gives NaN; there are no protected operators. {@code pow} takes a negative base with
 * an integer exponent only, {@code li2} is the real part of the dilogarithm on the whole real line, {@code lgamma} the
 * logarithm of the magnitude of the gamma function, {@code lambertw} its principal branch, {@code saturation} x/(1 +
 * x), {@code sinc} sin(pi x)/(pi x), and {@code round} rounds halves to even. Comparisons and logic give 1 or 0, and a
 * number is true if it is positive; {@code cond(x, y)} is y where x is positive and 0 elsewhere, {@code mod} has the
 * sign of the divisor. Names are those of PySR if it has the operator. Other operators are defined by formulas (see
 * {@link Definition}). {@code placebo1} to {@code placebo3} occur in no law, so their effect is that of any added
 * function.
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
        define("round", Opcode.ROUND);
        define("sinc", Opcode.SINC);
        define("max", Opcode.MAX);
        define("min", Opcode.MIN);
        define("mod", Opcode.MOD);
        define("greater", Opcode.GREATER);
        define("greater_equal", Opcode.GREATER_EQUAL);
        define("less", Opcode.LESS);
        define("less_equal", Opcode.LESS_EQUAL);
        define("logical_or", Opcode.LOGICAL_OR);
        define("logical_and", Opcode.LOGICAL_AND);
        define("cond", Opcode.COND);
        define("placebo1", Opcode.PLACEBO_1);
        define("placebo2", Opcode.PLACEBO_2);
        define("placebo3", Opcode.PLACEBO_3);
    }

    private final String name;
    private final int opcode;
    private final Optional<Definition> definition;

    private Operator(String name, int opcode, Optional<Definition> definition) {
        this.name = name;
        this.opcode = opcode;
        this.definition = definition;
    }

    /** Returns the operator that a formula defines, under the opcode that its {@link Definitions} give it. */
    static Operator of(Definition definition, int opcode) {
        return new Operator(definition.name(), opcode, Optional.of(definition));
    }

    private static void define(String name, int opcode) {
        Operator operator = new Operator(name, opcode, Optional.empty());
        BY_NAME.put(name, operator);
        BY_OPCODE[opcode] = operator;
    }

    /**
     * Returns the built-in operator with this name or sign; {@code ^} and {@code **} are signs of {@code pow},
     * {@code >} is the sign of {@code greater}.
     */
    public static Optional<Operator> named(String name) {
        String plain = switch (name) {
            case "^", "**" -> "pow";
            case ">" -> "greater";
            case ">=" -> "greater_equal";
            case "<" -> "less";
            case "<=" -> "less_equal";
            default -> name;
        };
        return Optional.ofNullable(BY_NAME.get(plain));
    }

    /**
     * Returns the operator with this name, built in or provided as a formula, or the operator of this definition.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Operator read(String text) {
        if (isDefinition(text)) {
            return Definitions.NONE
                    .with(Definition.parse(text, Definitions.NONE))
                    .operators()
                    .get(0);
        }
        return Definitions.PROVIDED
                .operator(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown operator '" + text + "'; known operators are " + OperatorSet.knownNames()));
    }

    /** Returns whether a text has the form of a definition rather than a name. */
    public static boolean isDefinition(String text) {
        return text.contains("(");
    }

    /** Every built-in operator, the arithmetic ones first. */
    public static List<Operator> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** Returns the built-in operator with this opcode, which must not be the opcode of a leaf. */
    public static Operator of(int opcode) {
        Operator operator = BY_OPCODE[opcode];
        if (operator == null) {
            throw new IllegalStateException("Opcode " + opcode + " is not an operator");
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

    /** Returns the formula that defines the operator, unless it is built in. */
    public Optional<Definition> definition() {
        return definition;
    }

    /**
     * Returns the text of the operator in tables, files and hashes: the name of a built-in operator, otherwise the
     * definition.
     */
    public String text() {
        return definition.map(Definition::text).orElse(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operator operator && text().equals(operator.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
