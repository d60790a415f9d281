package org.spolia.symbolic.export;

import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.special.Placebo;

/** Expressions in a language that writes sums and products in infix notation and everything else as calls. */
abstract class Infix implements ExpressionFold<Code> {
    /** Returns the digits of a non-negative number as a literal of double precision. */
    abstract String literal(String digits);

    abstract Code call(int opcode, Code x);

    /** Writes an operator that chooses or compares. A comparison has no value if an operand has none. */
    abstract Code choice(int opcode, Code x, Code y);

    abstract Code quotient(Code x, Code y);

    abstract Code power(Code x, Code y);

    final String write(Expression expression) {
        return expression.fold(this).text();
    }

    @Override
    public final Code constant(double value) {
        String digits = Decimal.shortest(value);
        return digits.startsWith("-")
                ? new Code("-" + literal(digits.substring(1)), Code.SIGN)
                : Code.atom(literal(digits));
    }

    @Override
    public final Code parameter(int index) {
        throw new IllegalArgumentException("Parameter p" + index + " has no value; replace parameters by constants");
    }

    @Override
    public final Code unary(int opcode, Code x) {
        return switch (opcode) {
            case Opcode.NEG -> new Code("-" + x.second(Code.ATOM), Code.SIGN);
            case Opcode.INV -> quotient(constant(1), x);
            case Opcode.SQUARE -> power(x, constant(2));
            case Opcode.CUBE -> power(x, constant(3));
            case Opcode.PLACEBO_1 -> placebo(Placebo.ONE, x);
            case Opcode.PLACEBO_2 -> placebo(Placebo.TWO, x);
            case Opcode.PLACEBO_3 -> placebo(Placebo.THREE, x);
            default -> call(opcode, x);
        };
    }

    @Override
    public final Code binary(int opcode, Code x, Code y) {
        return switch (opcode) {
            case Opcode.ADD -> new Code(x.atLeast(Code.SUM) + " + " + y.second(Code.PRODUCT), Code.SUM);
            case Opcode.SUB -> new Code(x.atLeast(Code.SUM) + " - " + y.second(Code.PRODUCT), Code.SUM);
            case Opcode.MUL -> new Code(x.atLeast(Code.PRODUCT) + " * " + y.second(Code.ATOM), Code.PRODUCT);
            case Opcode.DIV -> quotient(x, y);
            case Opcode.POW -> power(x, y);
            default -> choice(opcode, x, y);
        };
    }

    private Code placebo(Placebo placebo, Code x) {
        return binary(Opcode.ADD, fraction(placebo.first(), x), fraction(placebo.second(), x));
    }

    private Code fraction(Placebo.Fraction fraction, Code x) {
        Code slope = binary(Opcode.MUL, constant(fraction.slope()), x);
        Code distance = binary(Opcode.SUB, x, constant(fraction.centre()));
        return quotient(
                binary(Opcode.ADD, constant(fraction.intercept()), slope),
                binary(Opcode.ADD, power(distance, constant(2)), constant(fraction.width())));
    }
}
