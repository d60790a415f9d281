package org.spolia.symbolic.export;

import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.export.Markup.Sign;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.PiMultiple;

/**
 * The layout of a formula in any markup language: quotients as fractions, signs moved to the front of products, numbers
 * before letters, and the fewest parentheses.
 */
final class Typesetting implements ExpressionFold<Typesetting.Piece> {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SCRIPT = 3;
    private static final int ATOM = 4;

    /** Enough digits to keep the bits of every number. */
    private static final int ALL_DIGITS = 17;

    private final List<String> variables;
    private final int digits;
    private final Markup markup;

    /**
     * A part of a formula.
     *
     * @param body its text without the sign
     * @param negative whether a minus belongs before it
     * @param level its operator precedence
     * @param numeric whether it begins with a number
     * @param led whether it is a sum that begins with a minus
     */
    record Piece(String body, boolean negative, int level, boolean numeric, boolean led) {
        Piece(String body, boolean negative, int level, boolean numeric) {
            this(body, negative, level, numeric, false);
        }
    }

    private Typesetting(List<String> variables, int digits, Markup markup) {
        this.variables = variables;
        this.digits = digits;
        this.markup = markup;
    }

    static String of(Expression expression, List<String> variables, int digits, Markup markup) {
        Typesetting typesetting = new Typesetting(variables, digits, markup);
        return typesetting.signed(expression.fold(typesetting));
    }

    private String signed(Piece piece) {
        return piece.negative() ? markup.row(List.of(markup.sign(Sign.MINUS), piece.body())) : piece.body();
    }

    /** Returns the body, in parentheses if its precedence is lower than wanted. */
    private String body(Piece piece, int wanted) {
        return piece.level() >= wanted ? piece.body() : markup.parentheses(piece.body());
    }

    /** Like {@link #body}, for a position that allows no sign. */
    private String closed(Piece piece, int wanted) {
        return piece.negative() ? markup.parentheses(signed(piece)) : body(piece, wanted);
    }

    @Override
    public Piece constant(double value) {
        Optional<PiMultiple> multiple = digits < ALL_DIGITS ? PiMultiple.near(value) : PiMultiple.exactly(value);
        if (multiple.isPresent()) {
            return multipleOfPi(multiple.get());
        }
        String text = Decimal.rounded(value, digits);
        boolean negative = text.startsWith("-");
        String plain = negative ? text.substring(1) : text;
        int exponent = plain.indexOf('e');
        if (exponent < 0) {
            return new Piece(markup.number(plain), negative, ATOM, true);
        }
        String power = power(10, Integer.parseInt(plain.substring(exponent + 1)));
        String mantissa = plain.substring(0, exponent);
        if (mantissa.equals("1")) {
            return new Piece(power, negative, SCRIPT, true);
        }
        String product = markup.row(List.of(markup.number(mantissa), markup.sign(Sign.TIMES), power));
        return new Piece(product, negative, PRODUCT, true);
    }

    private Piece multipleOfPi(PiMultiple multiple) {
        int size = Math.abs(multiple.numerator());
        boolean negative = multiple.numerator() < 0;
        String letter = markup.symbol(new Symbol("pi", ""));
        Piece product = size == 1
                ? new Piece(letter, negative, ATOM, true)
                : new Piece(
                        markup.row(List.of(markup.number(String.valueOf(size)), markup.sign(Sign.JUXTAPOSED), letter)),
                        negative,
                        PRODUCT,
                        true);
        return multiple.denominator() == 1 ? product : fraction(product, integer(multiple.denominator()));
    }

    private Piece integer(int value) {
        return new Piece(markup.number(String.valueOf(value)), false, ATOM, true);
    }

    private String power(int base, int exponent) {
        return markup.power(markup.number(String.valueOf(base)), signed(constant(exponent)));
    }

    @Override
    public Piece variable(int index) {
        return new Piece(markup.symbol(Symbol.named(variables.get(index))), false, ATOM, false);
    }

    @Override
    public Piece parameter(int index) {
        return new Piece(markup.symbol(new Symbol("p", String.valueOf(index))), false, ATOM, false);
    }

    @Override
    public Piece unary(int opcode, Piece x) {
        return switch (opcode) {
            case Opcode.NEG -> negated(x);
            case Opcode.INV -> fraction(constant(1), x);
            case Opcode.ABS -> new Piece(markup.bars(signed(x)), false, ATOM, false);
            case Opcode.SQUARE -> power(x, constant(2));
            case Opcode.CUBE -> power(x, constant(3));
            case Opcode.SQRT -> new Piece(markup.root(signed(x)), false, ATOM, false);
            case Opcode.CBRT -> new Piece(markup.cubeRoot(signed(x)), false, ATOM, false);
            case Opcode.EXP -> exponential(x);
            case Opcode.LOG1P -> unary(Opcode.LOG, sum(constant(1), x));
            case Opcode.SATURATION -> fraction(x, sum(constant(1), x));
            default -> call(functionName(opcode), x);
        };
    }

    private static Symbol functionName(int opcode) {
        return switch (opcode) {
            case Opcode.LOG -> new Symbol("ln", "");
            case Opcode.LOG2 -> new Symbol("log", "2");
            case Opcode.LOG10 -> new Symbol("log", "10");
            case Opcode.ASIN -> new Symbol("arcsin", "");
            case Opcode.ACOS -> new Symbol("arccos", "");
            case Opcode.ATAN -> new Symbol("arctan", "");
            case Opcode.LI2 -> new Symbol("Li", "2");
            case Opcode.ASINH -> new Symbol("arsinh", "");
            case Opcode.ACOSH -> new Symbol("arcosh", "");
            case Opcode.ATANH -> new Symbol("artanh", "");
            case Opcode.GAMMA -> new Symbol("Gamma", "");
            case Opcode.LGAMMA -> new Symbol("lgamma", "");
            case Opcode.J0 -> new Symbol("J", "0");
            case Opcode.J1 -> new Symbol("J", "1");
            case Opcode.LAMBERTW -> new Symbol("W", "");
            case Opcode.LOGISTIC -> new Symbol("sigma", "");
            case Opcode.SIGN -> new Symbol("sgn", "");
            default -> new Symbol(Operator.of(opcode).name(), "");
        };
    }

    private Piece call(Symbol name, Piece x) {
        return new Piece(markup.applied(markup.function(name), signed(x)), false, SCRIPT, false);
    }

    private Piece call(Symbol name, Piece x, Piece y) {
        String arguments = markup.row(List.of(signed(x), markup.sign(Sign.COMMA), signed(y)));
        return new Piece(markup.applied(markup.function(name), arguments), false, SCRIPT, false);
    }

    private Piece exponential(Piece x) {
        return new Piece(markup.power(markup.symbol(new Symbol("e", "")), signed(x)), false, SCRIPT, false);
    }

    private Piece negated(Piece x) {
        return new Piece(body(x, PRODUCT), !x.negative(), Math.max(PRODUCT, x.level()), x.numeric());
    }

    @Override
    public Piece binary(int opcode, Piece left, Piece right) {
        return switch (opcode) {
            case Opcode.ADD -> sum(left, right);
            case Opcode.SUB -> sum(left, negated(right));
            case Opcode.MUL -> product(left, right);
            case Opcode.DIV -> fraction(left, right);
            case Opcode.POW -> power(left, right);
            default -> call(new Symbol(Operator.of(opcode).name(), ""), left, right);
        };
    }

    private Piece sum(Piece left, Piece right) {
        String sign = markup.sign(right.negative() ? Sign.MINUS : Sign.PLUS);
        String second = right.led() ? markup.parentheses(right.body()) : right.body();
        boolean led = left.negative() || left.led();
        return new Piece(markup.row(List.of(signed(left), sign, second)), false, SUM, false, led);
    }

    private Piece product(Piece left, Piece right) {
        if (right.numeric() && !left.numeric()) {
            return product(right, left);
        }
        String sign = markup.sign(right.numeric() ? Sign.TIMES : Sign.JUXTAPOSED);
        return new Piece(
                markup.row(List.of(body(left, PRODUCT), sign, body(right, PRODUCT))),
                left.negative() != right.negative(),
                PRODUCT,
                left.numeric());
    }

    private Piece fraction(Piece numerator, Piece denominator) {
        return new Piece(
                markup.fraction(numerator.body(), denominator.body()),
                numerator.negative() != denominator.negative(),
                SCRIPT,
                numerator.numeric());
    }

    private Piece power(Piece base, Piece exponent) {
        return new Piece(markup.power(closed(base, ATOM), signed(exponent)), false, SCRIPT, base.numeric());
    }
}
