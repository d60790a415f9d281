package org.spolia.symbolic.library.part;

import java.util.Arrays;
import java.util.Optional;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.CoordinateView;

/**
 * The rows on which parts are compared, as columns padded for the loops.
 *
 * @param sample the rows
 * @param coordinates the coordinates of a view
 * @param target the target of the view
 * @param standard its mean and deviation
 */
record PartRows(Sample sample, double[][] coordinates, double[] target, Standard standard) {
    private static final int MOST = 120;
    private static final int FEWEST = 12;
    private static final double LEAST_DEVIATION = 1e-12;

    /** Takes rows at equal distances; empty if there are too few or the target hardly varies. */
    static Optional<PartRows> of(CoordinateView view, Sample sample) {
        if (sample.rows() < FEWEST) {
            return Optional.empty();
        }
        Sample taken = sample.spread(MOST).plain();
        Evaluator evaluator = new Evaluator();
        double[][] coordinates = Arrays.stream(view.values(taken, evaluator))
                .map(Argument::padded)
                .toArray(double[][]::new);
        double[] target = Argument.padded(view.target(taken, evaluator));
        Standard standard = Standard.of(target, taken.rows());
        return standard.varies(LEAST_DEVIATION)
                ? Optional.of(new PartRows(taken, coordinates, target, standard))
                : Optional.empty();
    }

    /** The number of rows without the padding. */
    int count() {
        return sample.rows();
    }

    /** The values of an expression over the variables. */
    double[] values(Tree tree) {
        return Argument.padded(new Evaluator().predict(tree.toExpression(), new double[0], sample));
    }
}
