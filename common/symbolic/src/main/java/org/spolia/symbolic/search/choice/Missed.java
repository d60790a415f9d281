package org.spolia.symbolic.search.choice;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.special.Logarithm;

/** The residuals of a model row by row, and the magnitude of its values, with which noise may grow. */
public final class Missed {
    /** The smallest magnitude in units of the median. Noise does not vanish where values do. */
    private static final double SMALLEST = 0.02;

    private final double[] residuals;
    private final double[] sizes;
    private final double floor;

    private Missed(double[] residuals, double[] sizes, double floor) {
        this.residuals = residuals;
        this.sizes = sizes;
        this.floor = Math.max(floor, Double.MIN_NORMAL);
    }

    /**
     * Creates the residuals of a model.
     *
     * @param floor the part of the mean squared error that the rounding of the data explains
     */
    public static Missed of(double[] residuals, double[] values, double floor) {
        double[] sizes = new double[values.length];
        for (int row = 0; row < sizes.length; row++) {
            sizes[row] = Math.abs(values[row]);
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        for (int row = 0; row < sizes.length; row++) {
            sizes[row] = median > 0 ? Math.max(sizes[row] / median, SMALLEST) : 1;
        }
        return new Missed(residuals, sizes, floor);
    }

    public static Missed of(Tree tree, Sample sample, Evaluator evaluator, double floor) {
        double[] residuals = new double[sample.rows()];
        double[] values = new double[sample.rows()];
        evaluator.residuals(tree, sample, residuals, values);
        return of(residuals, values, floor);
    }

    /** Concatenates the residuals of several models. */
    public static Missed together(Iterable<Missed> parts, int rows, double floor) {
        double[] residuals = new double[rows];
        double[] sizes = new double[rows];
        int from = 0;
        for (Missed part : parts) {
            System.arraycopy(part.residuals, 0, residuals, from, part.rows());
            System.arraycopy(part.sizes, 0, sizes, from, part.rows());
            from += part.rows();
        }
        return new Missed(residuals, sizes, floor);
    }

    public int rows() {
        return residuals.length;
    }

    double floor() {
        return floor;
    }

    /** The residuals in units of a power of the magnitudes. */
    double[] scaled(Spread spread) {
        double[] scaled = residuals.clone();
        if (spread != Spread.CONSTANT) {
            for (int row = 0; row < scaled.length; row++) {
                scaled[row] /= spread.of(sizes[row]);
            }
        }
        return scaled;
    }

    /** The nats that these units cost a row. */
    double natsOfUnit(Spread spread, int row) {
        return spread == Spread.CONSTANT ? 0 : Logarithm.log(spread.of(sizes[row]));
    }

    double natsOfUnits(Spread spread) {
        double sum = 0;
        for (int row = 0; row < sizes.length; row++) {
            sum += natsOfUnit(spread, row);
        }
        return sum;
    }
}
