package org.spolia.symbolic.readable;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;

/**
 * A bound of the rounding error of an expression at one row, by a running error analysis (Higham, Accuracy and
 * Stability of Numerical Algorithms, 2002, chapter 3).
 */
record RoundingError(Sample sample, int row) implements ExpressionFold<RoundingError.Bounded> {
    private static final double ROUNDING = 0x1p-53;

    /** A value and the bound of its error. */
    record Bounded(double value, double error) {}

    @Override
    public Bounded constant(double value) {
        return new Bounded(value, 0);
    }

    @Override
    public Bounded variable(int index) {
        return new Bounded(sample.value(index, row), 0);
    }

    @Override
    public Bounded parameter(int index) {
        return new Bounded(Double.NaN, 0);
    }

    @Override
    public Bounded unary(int opcode, Bounded x) {
        double value = Evaluator.apply(opcode, x.value());
        return rounded(value, change(value, Evaluator.apply(opcode, x.value() + x.error())));
    }

    @Override
    public Bounded binary(int opcode, Bounded x, Bounded y) {
        if (opcode == Opcode.ADD || opcode == Opcode.SUB) {
            return rounded(Evaluator.apply(opcode, x.value(), y.value()), x.error() + y.error());
        }
        double value = Evaluator.apply(opcode, x.value(), y.value());
        double ofLeft = change(value, Evaluator.apply(opcode, x.value() + x.error(), y.value()));
        double ofRight = change(value, Evaluator.apply(opcode, x.value(), y.value() + y.error()));
        return rounded(value, ofLeft + ofRight);
    }

    @Override
    public Bounded defined(Definition definition, List<Bounded> operands) {
        double[] at = operands.stream().mapToDouble(Bounded::value).toArray();
        double[] errors = operands.stream().mapToDouble(Bounded::error).toArray();
        double value = Evaluator.apply(definition, at);
        return rounded(value, carried(value, at, errors, moved -> Evaluator.apply(definition, moved)));
    }

    /** Returns how far the errors of its operands move the value of a call. */
    static double carried(double value, double[] at, double[] errors, ToDoubleFunction<double[]> call) {
        double carried = 0;
        for (int i = 0; i < at.length; i++) {
            double[] moved = at.clone();
            moved[i] += errors[i];
            carried += moved[i] == at[i] ? 0 : change(value, call.applyAsDouble(moved));
        }
        return carried;
    }

    private static double change(double value, double moved) {
        double change = Math.abs(moved - value);
        return Double.isFinite(change) ? change : 0;
    }

    private static Bounded rounded(double value, double error) {
        return new Bounded(value, error + 2 * ROUNDING * Math.abs(value));
    }
}
