package org.spolia.symbolic.readable;

import java.util.Optional;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;

/**
 * The form of an expression that people write: constants by name, equal factors and terms merged, in an order that does
 * not depend on how the expression was found. Its values equal those of the expression at all rows of the data. If the
 * data are written with 11 or 12 digits, values may differ by as much as these digits leave open.
 */
public final class ReadableForm {
    /** The largest relative difference of values, beyond the rounding errors of the expression itself. */
    public static final double TOLERANCE = 1e-12;

    /** The relative distance within which a constant has a name if the form then has equal values. */
    static final double CLOSEST = 2e-12;

    private static final double[] CLOSENESS = {CLOSEST, 2e-13, 1e-14};
    private static final double NEGLIGIBLE = 0.01;

    /** An exponent multiplies the error of its constants. */
    private static final double MARGIN = 20;

    private static final int MOST_NODES = 200;
    private static final int MOST_ROUNDS = 3;

    private ReadableForm() {}

    /**
     * Returns the form, or the expression itself if no other form has the same values.
     *
     * @param sample the rows at which values must be equal
     */
    public static Expression of(Expression expression, Sample sample) {
        if (expression.size() > MOST_NODES) {
            return expression;
        }
        EqualValues equal = EqualValues.of(expression, sample);
        Probe probe = Probe.of(sample, expression.toTree().definitions());
        double rounding = WrittenDigits.rounding(sample);
        if (rounding > 0) {
            Expression form = repeated(expression, probe, rounding, rounding);
            if (equal.explain(form, MARGIN * rounding)) {
                return form;
            }
        }
        for (double closeness : CLOSENESS) {
            Expression form = repeated(expression, probe, closeness, closeness * NEGLIGIBLE);
            if (equal.holds(form)) {
                return form;
            }
        }
        return expression;
    }

    /** A large expression fills the graph before all rules are applied, so its form is the next start. */
    private static Expression repeated(Expression expression, Probe probe, double closeness, double negligible) {
        Expression form = expression;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Expression> next = Saturation.of(form, probe, new NumberNames(closeness), negligible);
            if (next.isEmpty() || next.get().equals(form)) {
                return form;
            }
            form = next.get();
        }
        return form;
    }
}
