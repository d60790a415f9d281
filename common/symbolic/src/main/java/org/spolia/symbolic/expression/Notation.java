package org.spolia.symbolic.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spolia.symbolic.special.Placebo;

/** A text form of expressions: the names of operators and the parentheses that can be left out. */
enum Notation {
    INFIX {
        @Override
        String unary(int opcode, String operand) {
            return Operator.of(opcode).name() + "(" + operand + ")";
        }

        @Override
        String binary(int opcode, String left, String right) {
            return Operator.of(opcode).name() + "(" + left + ", " + right + ")";
        }

        @Override
        String powerSign() {
            return "^";
        }

        @Override
        Text constant(double value) {
            return number(value);
        }

        /** The operands keep the parentheses that they need to be read back unchanged. */
        @Override
        Text sum(Text left, String sign, Text right) {
            return new Text(left.atLeast(SUM) + sign + unsigned(right, PRODUCT), SUM);
        }
    },
    SYMPY {
        @Override
        String unary(int opcode, String operand) {
            return switch (opcode) {
                case Opcode.ABS -> "Abs(" + operand + ")";
                case Opcode.LI2 -> "re(polylog(2, " + operand + "))";
                case Opcode.LOG2 -> "log(" + operand + ", 2)";
                case Opcode.LOG10 -> "log(" + operand + ", 10)";
                case Opcode.LOG1P -> "log(1 + " + operand + ")";
                case Opcode.LGAMMA -> "re(loggamma(" + operand + "))";
                case Opcode.J0 -> "besselj(0, " + operand + ")";
                case Opcode.J1 -> "besselj(1, " + operand + ")";
                case Opcode.LAMBERTW -> "re(LambertW(" + operand + "))";
                case Opcode.LOGISTIC -> "(1/(1 + exp(-(" + operand + "))))";
                case Opcode.SATURATION -> "(1 - 1/(1 + " + operand + "))";
                case Opcode.RELU -> "Max(0, " + operand + ")";
                case Opcode.CEIL -> "ceiling(" + operand + ")";
                case Opcode.ROUND -> "floor(Rational(1, 2) + " + operand + ")";
                case Opcode.SINC -> "sinc(pi*(" + operand + "))";
                case Opcode.PLACEBO_1 -> placebo(Placebo.ONE, operand);
                case Opcode.PLACEBO_2 -> placebo(Placebo.TWO, operand);
                case Opcode.PLACEBO_3 -> placebo(Placebo.THREE, operand);
                default -> Operator.of(opcode).name() + "(" + operand + ")";
            };
        }

        @Override
        String binary(int opcode, String left, String right) {
            return switch (opcode) {
                case Opcode.MAX -> "Max(" + left + ", " + right + ")";
                case Opcode.MIN -> "Min(" + left + ", " + right + ")";
                case Opcode.MOD -> "Mod(" + left + ", " + right + ")";
                case Opcode.GREATER -> piecewise("1", left, ">", right);
                case Opcode.GREATER_EQUAL -> piecewise("1", left, ">=", right);
                case Opcode.LESS -> piecewise("1", left, "<", right);
                case Opcode.LESS_EQUAL -> piecewise("1", left, "<=", right);
                case Opcode.LOGICAL_OR -> piecewise("1", "Max(" + left + ", " + right + ")", ">", "0");
                case Opcode.LOGICAL_AND -> piecewise("1", "Min(" + left + ", " + right + ")", ">", "0");
                case Opcode.COND -> piecewise(right, left, ">", "0");
                default -> throw new IllegalStateException("Opcode " + opcode + " has no form in SymPy");
            };
        }

        @Override
        String powerSign() {
            return "**";
        }

        @Override
        Text constant(double value) {
            return PiMultiple.exactly(value)
                    .map(multiple -> value < 0
                            ? new Text("-" + multiple.text(), SIGN)
                            : new Text(multiple.text(), multiple.text().equals("pi") ? ATOM : PRODUCT))
                    .orElseGet(() -> number(value));
        }

        /** Adding a negative number and subtracting a positive one give the same bits. */
        @Override
        Text sum(Text left, String sign, Text right) {
            if (right.text().startsWith("-") && right.precedence() > SUM) {
                String opposite = sign.equals(" + ") ? " - " : " + ";
                return new Text(left.atLeast(SUM) + opposite + right.text().substring(1), SUM);
            }
            return new Text(left.atLeast(SUM) + sign + unsigned(right, PRODUCT), SUM);
        }
    };

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    abstract String unary(int opcode, String operand);

    /** Writes an operator with two operands and without a sign of its own. */
    abstract String binary(int opcode, String left, String right);

    abstract String powerSign();

    abstract Text constant(double value);

    /** Writes a sum, or a difference if that is its sign. */
    abstract Text sum(Text left, String sign, Text right);

    private static Text number(double value) {
        String digits = Decimal.shortest(value);
        return new Text(digits, digits.startsWith("-") ? SIGN : ATOM);
    }

    private static String piecewise(String value, String left, String relation, String right) {
        return "Piecewise((" + value + ", (" + left + ") " + relation + " (" + right + ")), (0, True))";
    }

    private static String placebo(Placebo placebo, String operand) {
        return "(" + fraction(placebo.first(), operand) + " + " + fraction(placebo.second(), operand) + ")";
    }

    private static String fraction(Placebo.Fraction fraction, String operand) {
        return "(" + fraction.intercept() + " + " + fraction.slope() + "*(" + operand + "))/((" + operand + " - ("
                + fraction.centre() + "))**2 + " + fraction.width() + ")";
    }

    private record Text(String text, int precedence) {
        Text {
            LongTextException.require(text);
        }

        String atLeast(int wanted) {
            return precedence >= wanted ? text : "(" + text + ")";
        }
    }

    String print(Expression expression, List<String> variables) {
        return expression.fold(new Writing(variables)).text();
    }

    private final class Writing implements ExpressionFold<Text> {
        private final List<String> variables;

        Writing(List<String> variables) {
            this.variables = variables;
        }

        @Override
        public Text constant(double value) {
            return Notation.this.constant(value);
        }

        @Override
        public Text variable(int index) {
            return new Text(variables.get(index), ATOM);
        }

        @Override
        public Text parameter(int index) {
            return new Text("p" + index, ATOM);
        }

        @Override
        public Text unary(int opcode, Text operand) {
            return prefix(opcode, operand);
        }

        @Override
        public Text binary(int opcode, Text left, Text right) {
            return infix(opcode, left, right);
        }

        /** SymPy does not know the operator, so it gets the formula. */
        @Override
        public Text defined(Definition definition, List<Text> operands) {
            if (Notation.this == SYMPY) {
                return ExpressionFold.super.defined(definition, operands);
            }
            return new Text(
                    operands.stream().map(Text::text).collect(Collectors.joining(", ", definition.name() + "(", ")")),
                    ATOM);
        }
    }

    private Text prefix(int opcode, Text operand) {
        if (opcode == Opcode.NEG) {
            return new Text(
                    "-" + (startsLikeNumber(operand) ? "(" + operand.text() + ")" : operand.atLeast(POWER)), SIGN);
        }
        if (this == SYMPY) {
            switch (opcode) {
                case Opcode.INV:
                    return new Text("1/" + operand.atLeast(POWER), PRODUCT);
                case Opcode.SQUARE:
                    return new Text(operand.atLeast(ATOM) + "**2", POWER);
                case Opcode.CUBE:
                    return new Text(operand.atLeast(ATOM) + "**3", POWER);
                default:
                    break;
            }
        }
        return new Text(unary(opcode, operand.text()), ATOM);
    }

    /**
     * {@code -2} reads as a constant, so the negation of a number (or of a power of a number) keeps its parentheses.
     */
    private static boolean startsLikeNumber(Text operand) {
        return Character.isDigit(operand.text().charAt(0));
    }

    private Text infix(int opcode, Text left, Text right) {
        return switch (opcode) {
            case Opcode.ADD -> sum(left, " + ", right);
            case Opcode.SUB -> sum(left, " - ", right);
            case Opcode.MUL -> new Text(left.atLeast(PRODUCT) + "*" + unsigned(right, POWER), PRODUCT);
            case Opcode.DIV -> new Text(left.atLeast(PRODUCT) + "/" + unsigned(right, POWER), PRODUCT);
            case Opcode.POW -> new Text(left.atLeast(ATOM) + powerSign() + unsigned(right, POWER), POWER);
            default -> new Text(binary(opcode, left.text(), right.text()), ATOM);
        };
    }

    /** Two signs in a row are hard to read, so a signed right operand gets parentheses. */
    private static String unsigned(Text operand, int wanted) {
        return operand.text().startsWith("-") ? "(" + operand.text() + ")" : operand.atLeast(wanted);
    }

    static List<String> defaultNames(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("x" + i);
        }
        return names;
    }
}
