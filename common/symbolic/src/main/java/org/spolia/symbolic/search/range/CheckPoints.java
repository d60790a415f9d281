package org.spolia.symbolic.search.range;

import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.special.Logarithm;

/**
 * Points inside the training range at which rows can be expected: points of the box if the rows fill it, otherwise
 * points between near rows. The rows themselves judge a hole of the box: if some of them should lie in it by their
 * number, and none does, then the law keeps its rows out of it, as {@code log(x - y)} does, and the hole is not a
 * gap. A law that keeps its rows out of a corner so small that chance could do the same looks like a model with a gap.
 *
 * @param box in the whole box
 * @param near between near rows
 */
record CheckPoints(Optional<Sample> box, Optional<Sample> near) {
    /** Rows avoid a hole that would be empty by chance with a probability below exp(-2). */
    private static final double UNLIKELY = 2;

    /**
     * The least extent of a gap between near rows, in rows. Segments may cross a little of what the rows avoid, where
     * its boundary is not straight.
     */
    private static final double LEAST_EXTENT = 0.5;

    private static final double[] NO_PARAMETERS = {};

    static CheckPoints of(List<double[]> columns) {
        List<Marginal> marginals = columns.stream().map(Marginal::of).toList();
        return FilledBox.isFilled(columns)
                ? new CheckPoints(Optional.of(FilledBox.points(marginals)), Optional.empty())
                : new CheckPoints(Optional.empty(), NearPoints.of(columns, marginals));
    }

    /** @param rows the number of rows at which the model has a value */
    Coverage check(Expression model, long rows) {
        return box.map(points -> inBox(model, points, rows))
                .or(() -> near.map(points -> nearRows(model, points, rows)))
                .orElse(Coverage.UNKNOWN);
    }

    private static Coverage inBox(Expression model, Sample points, long rows) {
        int holes = undefined(model, points);
        double improbability = -rows * Logarithm.log(1 - (double) holes / points.rows());
        return holes > 0 && improbability <= UNLIKELY
                ? Coverage.gaps(points.rows(), holes)
                : Coverage.checked(points.rows() - holes);
    }

    private static Coverage nearRows(Expression model, Sample points, long rows) {
        int holes = undefined(model, points);
        double extent = (double) holes / points.rows() * Math.min(rows, NearPoints.ROWS);
        return extent >= LEAST_EXTENT ? Coverage.gaps(points.rows(), holes) : Coverage.checked(points.rows() - holes);
    }

    private static int undefined(Expression model, Sample points) {
        int undefined = 0;
        for (double value : new Evaluator().predict(model, NO_PARAMETERS, points)) {
            if (!Double.isFinite(value)) {
                undefined++;
            }
        }
        return undefined;
    }
}
