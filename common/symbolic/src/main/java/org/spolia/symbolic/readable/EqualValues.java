package org.spolia.symbolic.readable;

import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;

/** Checks that another expression has the values of this one at all rows. */
final class EqualValues {
    private static final double[] NO_PARAMETERS = {};
    private static final double MARGIN = 4;

    /** The sums of squares of two models that rounding the data makes differ. */
    private static final double AS_WELL = 1.5;

    private final Expression expression;
    private final Sample sample;
    private final double[] values;
    private final double rootMeanSquare;

    private EqualValues(Expression expression, Sample sample, double[] values) {
        this.expression = expression;
        this.sample = sample;
        this.values = values;
        double sum = 0;
        for (double value : values) {
            sum += Double.isFinite(value) ? value * value : 0;
        }
        this.rootMeanSquare = Math.sqrt(sum / values.length);
    }

    static EqualValues of(Expression expression, Sample sample) {
        return new EqualValues(expression, sample, new Evaluator().predict(expression, NO_PARAMETERS, sample));
    }

    /**
     * Returns whether values exist at the same rows and differ by at most {@link ReadableForm#TOLERANCE} of each value,
     * or by what rounding leaves of it. Where a value is a small difference of larger ones, they may differ by this
     * share of the root mean square if the form is at least as near to the target.
     */
    boolean holds(Expression form) {
        double[] others = new Evaluator().predict(form, NO_PARAMETERS, sample);
        for (int row = 0; row < values.length; row++) {
            boolean exists = Double.isFinite(values[row]);
            if (exists != Double.isFinite(others[row])) {
                return false;
            }
            if (exists && !isEqual(values[row], others[row], sample.targetValue(row))) {
                double error = error(expression, row) + error(form, row);
                if (!(Math.abs(values[row] - others[row]) <= MARGIN * error)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Returns whether a form explains the target as well as this expression, up to the digits with which the data are
     * written.
     *
     * @param share the largest difference as a share of a value, or of the root mean square where this is larger
     */
    boolean explain(Expression form, double share) {
        double[] others = new Evaluator().predict(form, NO_PARAMETERS, sample);
        double before = 0;
        double after = 0;
        for (int row = 0; row < values.length; row++) {
            double target = sample.targetValue(row);
            double size = Math.max(Math.abs(values[row]), rootMeanSquare);
            if (!(Math.abs(values[row] - others[row]) <= share * size)) {
                return false;
            }
            if (target != 0) {
                before += Math.pow((values[row] - target) / target, 2);
                after += Math.pow((others[row] - target) / target, 2);
            }
        }
        return after <= AS_WELL * before;
    }

    private boolean isEqual(double value, double other, double target) {
        double difference = Math.abs(value - other);
        return difference <= ReadableForm.TOLERANCE * Math.abs(value)
                || difference <= ReadableForm.TOLERANCE * rootMeanSquare
                        && Math.abs(other - target) <= Math.abs(value - target);
    }

    /** Returns a bound of the rounding error of an expression at one row. */
    private double error(Expression any, int row) {
        double error = any.fold(new RoundingError(sample, row)).error();
        return Double.isFinite(error) ? error : 0;
    }
}
