package org.spolia.symbolic.search;

import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.StreamNumber;
import org.spolia.symbolic.symmetry.Distances;
import org.spolia.symbolic.symmetry.Standardised;

/**
 * Distinguishes noise from structure. The residuals of neighbouring rows are nearly equal if a model misses structure,
 * and unrelated if they are noise.
 */
public final class Neighbours {
    private static final int ROWS = 800;

    private final Sample sample;
    private final int[] nearest;

    private Neighbours(Sample sample, int[] nearest) {
        this.sample = sample;
        this.nearest = nearest;
    }

    /**
     * Finds the nearest other row of each row, for a limited number of rows, in units of the columns' standard
     * deviations.
     */
    static Neighbours of(Sample all) {
        int rows = Math.min(ROWS, all.rows());
        int[] chosen = new Randomness().at(0, StreamNumber.NEIGHBOUR_ROWS, 0).choose(all.rows(), rows);
        Sample sample = all.take(chosen);
        double[][] points = new double[sample.variables()][];
        for (int variable = 0; variable < points.length; variable++) {
            double[] column = new double[rows];
            for (int row = 0; row < rows; row++) {
                column[row] = sample.value(variable, row);
            }
            points[variable] = Standardised.of(column).values();
        }
        int[] nearest = new int[rows];
        double[] distances = new double[rows];
        for (int row = 0; row < rows; row++) {
            nearest[row] = nearest(points, row, distances);
        }
        return new Neighbours(sample, nearest);
    }

    private static int nearest(double[][] points, int row, double[] distances) {
        Distances.squared(points, row, distances);
        int nearest = row == 0 && distances.length > 1 ? 1 : 0;
        for (int other = 0; other < distances.length; other++) {
            if (other != row && distances[other] < distances[nearest]) {
                nearest = other;
            }
        }
        return nearest;
    }

    int rows() {
        return nearest.length;
    }

    /**
     * The correlation of a model's residuals with those at the nearest rows: near 0 for noise, near 1 for structure.
     */
    double structure(Tree tree, Evaluator evaluator) {
        double[] residuals = evaluator.predict(tree.toExpression(), new double[0], sample);
        double squares = 0;
        for (int row = 0; row < residuals.length; row++) {
            residuals[row] = sample.targetValue(row) - residuals[row];
            squares += residuals[row] * residuals[row];
        }
        double products = 0;
        for (int row = 0; row < residuals.length; row++) {
            products += residuals[row] * residuals[nearest[row]];
        }
        return products / squares;
    }
}
