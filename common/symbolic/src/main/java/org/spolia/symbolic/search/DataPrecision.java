package org.spolia.symbolic.search;

import java.math.BigDecimal;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.StreamNumber;

/**
 * The precision of the data, which decides when a model cannot be distinguished from the ground truth: its error is
 * then no larger than the error that rounding the data causes in it.
 *
 * <p>A column written with 7 to 15 significant digits counts as rounded to them. Values with fewer digits count as
 * exact set points, and values with more digits as doubles, which a computed law matches to a few units in the last
 * place.
 */
final class DataPrecision {
    /** The share of the variance below which a model is worth the test. */
    static final double SUSPECT = 1e-11;

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int DOUBLE_DIGITS = 17;
    private static final double UNITS_IN_THE_LAST_PLACE = 4;
    private static final double MARGIN = 5;
    private static final int ROWS = 1000;

    private final Sample sample;
    private final Sample shaken;
    private final double targetNoise;

    private DataPrecision(Sample sample, Sample shaken, double targetNoise) {
        this.sample = sample;
        this.shaken = shaken;
        this.targetNoise = targetNoise;
    }

    static DataPrecision of(Sample all) {
        int rows = Math.min(ROWS, all.rows());
        Randomness random = new Randomness().at(0, StreamNumber.ROUNDING_ERRORS, 0);
        double[][] columns = new double[all.variables()][rows];
        double[][] shaken = new double[all.variables()][rows];
        double[] target = new double[rows];
        for (int variable = 0; variable < all.variables(); variable++) {
            for (int row = 0; row < rows; row++) {
                columns[variable][row] = all.value(variable, row);
            }
            int digits = digits(columns[variable]);
            for (int row = 0; row < rows; row++) {
                double value = columns[variable][row];
                shaken[variable][row] = value + (2 * random.nextDouble() - 1) * uncertainty(value, digits);
            }
        }
        for (int row = 0; row < rows; row++) {
            target[row] = all.targetValue(row);
        }
        int digits = digits(target);
        double noise = 0;
        for (double value : target) {
            double uncertainty = uncertainty(value, digits);
            noise += uncertainty * uncertainty / 3;
        }
        return new DataPrecision(Sample.of(columns, target), Sample.of(shaken, target), noise / rows);
    }

    private static int digits(double[] values) {
        int digits = 0;
        for (double value : values) {
            digits = Math.max(digits, Decimal.digits(value));
            if (digits > MOST_DIGITS) {
                return DOUBLE_DIGITS;
            }
        }
        return digits;
    }

    /** The largest error of a value that is written with {@code digits} digits. */
    private static double uncertainty(double value, int digits) {
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS || value == 0) {
            return UNITS_IN_THE_LAST_PLACE * Math.ulp(value);
        }
        BigDecimal exact = new BigDecimal(value);
        int exponent = exact.precision() - exact.scale() - digits;
        return 0.5 * BigDecimal.ONE.scaleByPowerOfTen(exponent).doubleValue();
    }

    /** Returns whether the rounding of the data explains the mean squared error. */
    boolean isExact(Tree tree, double meanSquaredError, Evaluator evaluator) {
        return meanSquaredError <= floor(tree, meanSquaredError, evaluator);
    }

    /**
     * Returns the mean squared error that the rounding of the data explains, with a margin; 0 for a model whose error
     * is far above it, which saves the computation.
     */
    double floor(Tree tree, double meanSquaredError, Evaluator evaluator) {
        if (!(meanSquaredError <= SUSPECT * sample.variance() + MARGIN * targetNoise)) {
            return 0;
        }
        double[] plain = evaluator.predict(tree.toExpression(), new double[0], sample);
        double[] moved = evaluator.predict(tree.toExpression(), new double[0], shaken);
        double sum = 0;
        for (int row = 0; row < plain.length; row++) {
            double difference = moved[row] - plain[row];
            sum += difference * difference;
        }
        double floor = MARGIN * (sum / plain.length + targetNoise);
        return Double.isFinite(floor) ? floor : 0;
    }
}
