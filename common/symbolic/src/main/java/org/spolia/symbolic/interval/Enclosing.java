package org.spolia.symbolic.interval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;

/**
 * Encloses values and slopes of an expression in a box, by intervals and the chain rule. Operators without a rule give
 * an unbounded interval. If a value is undefined anywhere in the box, the whole is {@link Interval#NOWHERE}.
 */
public final class Enclosing implements ExpressionFold<Enclosure> {
    private static final double LN_2 = Math.log(2);
    private static final double LN_10 = Math.log(10);
    private static final int LARGEST_WHOLE_POWER = 64;

    private final List<Interval> box;

    /** @param box the range of each variable */
    public Enclosing(List<Interval> box) {
        this.box = List.copyOf(box);
    }

    private Enclosure flat(Interval value) {
        return new Enclosure(value, Collections.nCopies(box.size(), Interval.ZERO));
    }

    @Override
    public Enclosure constant(double value) {
        return flat(Interval.of(value));
    }

    @Override
    public Enclosure variable(int index) {
        List<Interval> slopes = new ArrayList<>(Collections.nCopies(box.size(), Interval.ZERO));
        slopes.set(index, Interval.of(1));
        return new Enclosure(box.get(index), slopes);
    }

    @Override
    public Enclosure parameter(int index) {
        return flat(Interval.ANY);
    }

    @Override
    public Enclosure unary(int opcode, Enclosure x) {
        Interval value = value(opcode, x.value());
        Interval derivative = x.isFlat() ? Interval.ZERO : derivative(opcode, x.value(), value);
        return x.with(value, slope -> slope.isZero() ? slope : slope.times(derivative));
    }

    private static Interval value(int opcode, Interval x) {
        return switch (opcode) {
            case Opcode.INV -> x.inverse();
            case Opcode.ABS -> x.magnitude();
            case Opcode.SQUARE -> x.square();
            case Opcode.COSH -> monotone(opcode, x.magnitude());
            case Opcode.SIN -> wave(opcode, x, Math.PI / 2);
            case Opcode.COS -> wave(opcode, x, 0);
            case Opcode.TAN ->
                branch(x.low() + Math.PI / 2) == branch(x.high() + Math.PI / 2)
                        ? monotone(opcode, x)
                        : Interval.NOWHERE;
            case Opcode.SATURATION -> x.contains(-1) ? Interval.NOWHERE : monotone(opcode, x);
            case Opcode.NEG,
                    Opcode.CUBE,
                    Opcode.SQRT,
                    Opcode.EXP,
                    Opcode.LOG,
                    Opcode.TANH,
                    Opcode.ASIN,
                    Opcode.ATAN,
                    Opcode.ACOS,
                    Opcode.SINH,
                    Opcode.LOG2,
                    Opcode.LOG10,
                    Opcode.CBRT,
                    Opcode.ERF,
                    Opcode.ERFC,
                    Opcode.ASINH,
                    Opcode.ACOSH,
                    Opcode.ATANH,
                    Opcode.LOG1P,
                    Opcode.LAMBERTW,
                    Opcode.LOGISTIC,
                    Opcode.RELU,
                    Opcode.SIGN,
                    Opcode.FLOOR,
                    Opcode.CEIL,
                    Opcode.ROUND -> monotone(opcode, x);
            default -> Double.isNaN(x.low()) ? x : Interval.ANY;
        };
    }

    private static Interval monotone(int opcode, Interval x) {
        return Interval.hull(Evaluator.apply(opcode, x.low()), Evaluator.apply(opcode, x.high()));
    }

    private static double branch(double x) {
        return Math.floor(x / Math.PI);
    }

    /** Encloses a sine or cosine with maxima at {@code peak} plus multiples of 2π. */
    private static Interval wave(int opcode, Interval x, double peak) {
        if (Double.isNaN(x.low()) || Double.isInfinite(x.low()) || Double.isInfinite(x.high())) {
            return Double.isNaN(x.low()) ? x : new Interval(-1, 1);
        }
        Interval ends = monotone(opcode, x);
        double low = reaches(x, peak + Math.PI) ? -1 : ends.low();
        double high = reaches(x, peak) ? 1 : ends.high();
        return new Interval(low, high);
    }

    private static boolean reaches(Interval x, double phase) {
        double turn = 2 * Math.PI;
        return Math.floor((x.high() - phase) / turn) >= Math.ceil((x.low() - phase) / turn);
    }

    private static Interval derivative(int opcode, Interval x, Interval value) {
        Interval one = Interval.of(1);
        return switch (opcode) {
            case Opcode.NEG -> Interval.of(-1);
            case Opcode.INV -> value.square().negated();
            case Opcode.ABS -> new Interval(x.low() < 0 ? -1 : 1, x.high() > 0 ? 1 : -1);
            case Opcode.SQUARE -> x.times(2);
            case Opcode.CUBE -> x.square().times(3);
            case Opcode.SQRT -> value.times(2).inverseOfSign();
            case Opcode.EXP -> value;
            case Opcode.LOG -> x.inverseOfSign();
            case Opcode.LOG2 -> x.times(LN_2).inverseOfSign();
            case Opcode.LOG10 -> x.times(LN_10).inverseOfSign();
            case Opcode.LOG1P -> x.plus(one).inverse();
            case Opcode.SIN -> value(Opcode.COS, x);
            case Opcode.COS -> value(Opcode.SIN, x).negated();
            case Opcode.TANH -> one.minus(value.square());
            case Opcode.ATAN -> x.square().plus(one).inverse();
            case Opcode.SINH -> value(Opcode.COSH, x);
            case Opcode.COSH -> value(Opcode.SINH, x);
            case Opcode.LOGISTIC -> value.times(one.minus(value)).hull(Interval.ZERO);
            case Opcode.SATURATION -> x.plus(one).square().inverse();
            case Opcode.RELU -> new Interval(x.low() > 0 ? 1 : 0, x.high() > 0 ? 1 : 0);
            case Opcode.ASIN,
                    Opcode.TAN,
                    Opcode.CBRT,
                    Opcode.ERF,
                    Opcode.ASINH,
                    Opcode.ACOSH,
                    Opcode.ATANH,
                    Opcode.LAMBERTW,
                    Opcode.SIGN,
                    Opcode.FLOOR,
                    Opcode.CEIL,
                    Opcode.ROUND -> Interval.NOT_NEGATIVE;
            case Opcode.ACOS, Opcode.ERFC -> Interval.NOT_NEGATIVE.negated();
            default -> Interval.ANY;
        };
    }

    @Override
    public Enclosure binary(int opcode, Enclosure a, Enclosure b) {
        Interval x = a.value();
        Interval y = b.value();
        return switch (opcode) {
            case Opcode.ADD -> a.with(x.plus(y), b, Interval::plus);
            case Opcode.SUB -> a.with(x.minus(y), b, Interval::minus);
            case Opcode.MUL -> a.with(x.times(y), b, (dx, dy) -> dx.times(y).plus(dy.times(x)));
            case Opcode.DIV -> {
                Interval value = x.times(y.inverse());
                yield a.with(value, b, (dx, dy) -> dx.minus(dy.times(value)).times(y.inverse()));
            }
            case Opcode.POW -> power(a, b);
            case Opcode.MAX ->
                a.with(
                        Interval.hull(Math.max(x.low(), y.low()), Math.max(x.high(), y.high())),
                        b,
                        x.isAtLeast(y.high())
                                ? (dx, dy) -> dx
                                : y.isAtLeast(x.high()) ? (dx, dy) -> dy : Interval::hull);
            case Opcode.MIN ->
                a.with(
                        Interval.hull(Math.min(x.low(), y.low()), Math.min(x.high(), y.high())),
                        b,
                        x.isAtMost(y.low()) ? (dx, dy) -> dx : y.isAtMost(x.low()) ? (dx, dy) -> dy : Interval::hull);
            case Opcode.GREATER,
                    Opcode.GREATER_EQUAL,
                    Opcode.LESS,
                    Opcode.LESS_EQUAL,
                    Opcode.LOGICAL_OR,
                    Opcode.LOGICAL_AND -> jumping(a, b, new Interval(0, 1));
            case Opcode.COND -> jumping(a, b, y.hull(Interval.ZERO));
            default -> jumping(a, b, Interval.ANY);
        };
    }

    /** Encloses a value that may be discontinuous wherever an operand changes. */
    private static Enclosure jumping(Enclosure a, Enclosure b, Interval value) {
        boolean missing =
                Double.isNaN(a.value().low()) || Double.isNaN(b.value().low());
        return a.with(
                missing ? Interval.NOWHERE : value,
                b,
                (dx, dy) -> dx.isZero() && dy.isZero() ? Interval.ZERO : Interval.ANY);
    }

    /** Integer powers of any base; other powers of a positive base, as {@code exp(b log(a))}. */
    private Enclosure power(Enclosure a, Enclosure b) {
        Interval exponent = b.value();
        double whole = Math.rint(exponent.low());
        if (b.isFlat()
                && exponent.low() == exponent.high()
                && exponent.low() == whole
                && Math.abs(whole) <= LARGEST_WHOLE_POWER) {
            int power = (int) whole;
            Interval derivative = a.value().power(power - 1).times(power);
            return a.with(
                    a.value().power(power),
                    slope -> slope.isZero() || power == 0 ? Interval.ZERO : slope.times(derivative));
        }
        if (!(a.value().low() > 0)) {
            boolean rises = b.isFlat()
                    && exponent.low() == exponent.high()
                    && exponent.low() > 0
                    && a.value().low() == 0;
            return rises ? rootFromZero(a, exponent.low()) : jumping(a, b, Interval.NOWHERE);
        }
        return unary(Opcode.EXP, binary(Opcode.MUL, b, unary(Opcode.LOG, a)));
    }

    private static Enclosure rootFromZero(Enclosure a, double exponent) {
        return a.with(
                Interval.hull(0, Evaluator.apply(Opcode.POW, a.value().high(), exponent)),
                slope -> slope.isZero() ? slope : slope.times(Interval.NOT_NEGATIVE));
    }
}
