package org.spolia.symbolic.export;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.PiMultiple;

/**
 * Expressions for people at a terminal: rounded constants, π by name, numbers before the other factors, and the fewest
 * parentheses.
 */
public final class PlainText implements ExpressionFold<PlainText.Piece> {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;
    private static final int ATOM = 4;

    private static final Pattern POWER_OF = Pattern.compile("(.*)\\^(\\d)");

    private static final int ALL_DIGITS = 17;

    private final List<String> variables;
    private final int digits;
    private final boolean merging;

    /**
     * A part of a formula.
     *
     * @param body its text without the sign
     * @param negative whether a minus belongs before it
     * @param level its operator precedence
     * @param numeric whether it begins with a number
     * @param value the value of a number without a name; NaN otherwise
     */
    record Piece(String body, boolean negative, int level, boolean numeric, double value) {
        Piece(String body, boolean negative, int level, boolean numeric) {
            this(body, negative, level, numeric, Double.NaN);
        }

        String signed() {
            return negative ? "-" + body : body;
        }

        /** Returns the text without its sign, in parentheses if its precedence is lower than wanted. */
        String body(int wanted) {
            return level >= wanted ? body : "(" + body + ")";
        }

        /** Returns the text for a position that allows no sign. */
        String closed(int wanted) {
            return negative ? "(" + signed() + ")" : body(wanted);
        }
    }

    private PlainText(List<String> variables, int digits, boolean merging) {
        this.variables = variables;
        this.digits = digits;
        this.merging = merging;
    }

    /**
     * Returns the formula.
     *
     * @param variables the names of the variables, as they are printed
     * @param digits the most significant digits of constants
     */
    public static String of(Expression expression, List<String> variables, int digits) {
        return expression.fold(new PlainText(variables, digits, true)).signed();
    }

    /**
     * Returns the formula with products and quotients of numbers as they are, such as {@code x^(2/3)}.
     *
     * @param variables the names of the variables, as they are printed
     * @param digits the most significant digits of constants
     */
    public static String asWritten(Expression expression, List<String> variables, int digits) {
        return expression.fold(new PlainText(variables, digits, false)).signed();
    }

    /** Like {@link #asWritten(Expression, List, int)}, with all digits of constants. */
    public static String asWritten(Expression expression, List<String> variables) {
        return asWritten(expression, variables, ALL_DIGITS);
    }

    @Override
    public Piece constant(double value) {
        Optional<PiMultiple> multiple =
                PiMultiple.near(value).filter(found -> digits < ALL_DIGITS || found.isAt(value));
        if (multiple.isPresent()) {
            String text = multiple.get().text();
            return new Piece(text, value < 0, text.length() == 2 ? ATOM : PRODUCT, true);
        }
        String text = Decimal.rounded(value, digits);
        return text.startsWith("-")
                ? new Piece(text.substring(1), true, ATOM, true, value)
                : new Piece(text, false, ATOM, true, value);
    }

    @Override
    public Piece variable(int index) {
        return new Piece(variables.get(index), false, ATOM, false);
    }

    @Override
    public Piece parameter(int index) {
        return new Piece("p" + index, false, ATOM, false);
    }

    @Override
    public Piece unary(int opcode, Piece x) {
        return switch (opcode) {
            case Opcode.NEG -> new Piece(x.body(PRODUCT), !x.negative(), Math.max(PRODUCT, x.level()), x.numeric());
            case Opcode.INV -> quotient(constant(1), x);
            case Opcode.SQUARE -> power(x, constant(2));
            case Opcode.CUBE -> power(x, constant(3));
            default -> call(Operator.of(opcode).name(), List.of(x));
        };
    }

    @Override
    public Piece binary(int opcode, Piece left, Piece right) {
        return switch (opcode) {
            case Opcode.ADD ->
                left.negative() && !right.negative() ? sum(right, left, true) : sum(left, right, right.negative());
            case Opcode.SUB -> sum(left, right, !right.negative());
            case Opcode.MUL -> product(left, right);
            case Opcode.DIV -> quotient(left, right);
            case Opcode.POW -> power(left, right);
            default -> call(Operator.of(opcode).name(), List.of(left, right));
        };
    }

    @Override
    public Piece defined(Definition definition, List<Piece> operands) {
        return call(definition.name(), operands);
    }

    private static Piece call(String name, List<Piece> operands) {
        return new Piece(
                operands.stream().map(Piece::signed).collect(Collectors.joining(", ", name + "(", ")")),
                false,
                ATOM,
                false);
    }

    /** A sum that is subtracted keeps its parentheses, and so does a sum that begins with a minus. */
    private static Piece sum(Piece left, Piece right, boolean minus) {
        String second = right.body((minus || right.body().startsWith("-")) ? PRODUCT : SUM);
        return new Piece(left.signed() + (minus ? " - " : " + ") + second, false, SUM, false);
    }

    /** Merges two numbers into one. */
    private Piece product(Piece left, Piece right) {
        double number = left.value() * right.value();
        if (merging && Double.isFinite(number)) {
            return constant(number);
        }
        if (right.numeric() && !left.numeric()) {
            return product(right, left);
        }
        boolean negative = left.negative() != right.negative();
        if (left.body().equals("1")) {
            return new Piece(right.body(PRODUCT), negative, Math.max(PRODUCT, right.level()), right.numeric());
        }
        return new Piece(factors(left.body(PRODUCT), right), negative, PRODUCT, left.numeric());
    }

    /** Turns a repeated factor into a power, also if the right side only begins with it. */
    private static String factors(String left, Piece right) {
        int start = lastFactor(left);
        String factor = start < 0 ? "" : left.substring(start);
        Matcher power = POWER_OF.matcher(factor);
        String base = power.matches() ? power.group(1) : factor;
        String second = right.body(PRODUCT);
        boolean again = !base.isEmpty()
                && base.indexOf('^') < 0
                && !Character.isDigit(base.charAt(0))
                && second.startsWith(base)
                && (second.length() == base.length() || "*/".indexOf(second.charAt(base.length())) >= 0);
        if (!again) {
            return left + "*" + second;
        }
        int exponent = power.matches() ? Integer.parseInt(power.group(2)) : 1;
        return left.substring(0, start) + base + "^" + (exponent + 1) + second.substring(base.length());
    }

    /** Returns the beginning of the last factor of a product; -1 if it is a divisor. */
    private static int lastFactor(String product) {
        int start = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < product.length(); i++) {
            char c = product.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (!quoted && depth == 0 && (c == '*' || c == '/')) {
                start = c == '*' ? i + 1 : -1;
            }
        }
        return start;
    }

    private Piece quotient(Piece left, Piece right) {
        double number = left.value() / right.value();
        if (merging && Double.isFinite(number)) {
            return constant(number);
        }
        return new Piece(
                left.body(PRODUCT) + "/" + right.body(POWER), left.negative() != right.negative(), PRODUCT, false);
    }

    private static Piece power(Piece base, Piece exponent) {
        return new Piece(base.closed(ATOM) + "^" + exponent.closed(ATOM), false, POWER, base.numeric());
    }
}
