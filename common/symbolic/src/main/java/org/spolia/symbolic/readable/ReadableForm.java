package org.spolia.symbolic.readable;

import java.util.Optional;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;

/**
 * The form of an expression that people write: constants by name, equal factors and terms merged, in an order that does
 * not depend on how the expression was found. Its values equal those of the expression at all rows of the data.
 */
public final class ReadableForm {
    /** The largest relative difference of values, beyond the rounding errors of the expression itself. */
    public static final double TOLERANCE = 1e-12;

    private static final double[] CLOSENESS = {2e-12, 2e-13, 1e-14};
    private static final double NEGLIGIBLE = 0.01;
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
        for (double closeness : CLOSENESS) {
            Expression form = repeated(expression, probe, closeness);
            if (equal.holds(form)) {
                return form;
            }
        }
        return expression;
    }

    /** A large expression fills the graph before all rules are applied, so its form is the next start. */
    private static Expression repeated(Expression expression, Probe probe, double closeness) {
        Expression form = expression;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Expression> next = Saturation.of(form, probe, new NumberNames(closeness), closeness * NEGLIGIBLE);
            if (next.isEmpty() || next.get().equals(form)) {
                return form;
            }
            form = next.get();
        }
        return form;
    }
}
