package org.spolia.symbolic.export;

import java.util.List;
import java.util.Set;
import org.spolia.symbolic.expression.Expression;

/** Expressions as LaTeX in math mode; {@code \operatorname} requires the package amsmath. */
public final class Latex implements Markup {
    private static final Set<String> COMMANDS = Set.of(
            "ln", "log", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "max", "min");

    private Latex() {}

    /**
     * Returns the formula, without dollar signs.
     *
     * @param variables the names of the variables: {@code omega_0} becomes an omega with a subscript
     * @param digits the most significant digits of constants; 17 keep their bits
     */
    public static String of(Expression expression, List<String> variables, int digits) {
        return Typesetting.of(expression, variables, digits, new Latex());
    }

    /** Returns a name, such as the name of a target. */
    public static String symbol(String name) {
        return new Latex().symbol(Symbol.named(name));
    }

    /** Returns a number in at most {@code digits} significant digits. */
    public static String number(double value, int digits) {
        return of(Expression.constant(value), List.of(), digits);
    }

    @Override
    public String number(String digits) {
        return digits;
    }

    @Override
    public String symbol(Symbol symbol) {
        return indexed(letters(symbol.base()), symbol.index());
    }

    @Override
    public String function(Symbol name) {
        String base = name.base();
        return indexed(
                COMMANDS.contains(base)
                        ? "\\" + base
                        : Symbol.greek(base).isPresent() || base.length() == 1
                                ? letters(base)
                                : "\\operatorname{" + escaped(base) + "}",
                name.index());
    }

    private static String indexed(String base, String index) {
        if (index.isEmpty()) {
            return base;
        }
        return base + "_{" + (Character.isDigit(index.charAt(0)) ? index : letters(index)) + "}";
    }

    private static String letters(String name) {
        if (Symbol.greek(name).isPresent()) {
            return "\\" + name;
        }
        return name.codePointCount(0, name.length()) == 1 && Character.isLetter(name.codePointAt(0))
                ? name
                : "\\mathrm{" + escaped(name) + "}";
    }

    private static String escaped(String name) {
        return name.replaceAll("([_%&#$])", "\\\\$1").replace(" ", "\\ ");
    }

    @Override
    public String row(List<String> parts) {
        return String.join(" ", parts);
    }

    @Override
    public String sign(Sign sign) {
        return switch (sign) {
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "\\cdot";
            case JUXTAPOSED -> "\\,";
            case COMMA -> ",";
        };
    }

    @Override
    public String fraction(String numerator, String denominator) {
        return "\\frac{" + numerator + "}{" + denominator + "}";
    }

    @Override
    public String power(String base, String exponent) {
        return "{" + base + "}^{" + exponent + "}";
    }

    @Override
    public String root(String operand) {
        return "\\sqrt{" + operand + "}";
    }

    @Override
    public String cubeRoot(String operand) {
        return "\\sqrt[3]{" + operand + "}";
    }

    @Override
    public String parentheses(String content) {
        return "\\left(" + content + "\\right)";
    }

    @Override
    public String bars(String content) {
        return "\\left|" + content + "\\right|";
    }

    @Override
    public String applied(String function, String argument) {
        return function + parentheses(argument);
    }
}
