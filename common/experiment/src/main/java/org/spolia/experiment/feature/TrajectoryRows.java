package org.spolia.experiment.feature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.row.Feature;
import org.spolia.field.Axis;
import org.spolia.field.Grid;

/** The rows of a trajectory for a problem: at points inside its margins, or one for each window. */
public final class TrajectoryRows {
    private TrajectoryRows() {}

    /**
     * Returns a sample of the rows whose values are all finite; empty if there is none.
     *
     * @throws IllegalArgumentException if the trajectory is too short, or the methods of the problem do not support its
     * grid
     */
    public static Optional<Feature> of(FeatureProblem problem, FeatureTerms terms, Trajectory run) {
        Grid grid = run.grid();
        Map<String, double[]> exact = new HashMap<>();
        run.fields().forEach((name, values) -> exact.put(name, widened(values)));
        boolean noisy = problem.noise() > 0 && run.split().equals(Split.TRAIN.label());
        Map<String, double[]> seen =
                noisy ? FieldNoise.addedTo(exact, problem.noise(), problem.seed(), run.file(), run.number()) : exact;
        TermValues values = new TermValues(problem, grid, seen, run.parameters());
        double[] target = values.of(terms.target());
        double @Nullable [] truth =
                noisy ? new TermValues(problem, grid, exact, run.parameters()).of(terms.target()) : null;
        int[] places =
                problem.weak().isUsed() ? IntStream.range(0, target.length).toArray() : inside(grid, problem.margin());
        return new FeatureBlock(problem, run.file(), run.number(), run.split())
                .of(
                        Arrays.stream(places).asLongStream().toArray(),
                        terms.variables().stream()
                                .map(term -> FeatureBlock.pick(values.of(term), places))
                                .toArray(double[][]::new),
                        FeatureBlock.pick(target, places),
                        truth == null ? null : FeatureBlock.pick(truth, places));
    }

    private static double[] widened(float[] values) {
        double[] widened = new double[values.length];
        for (int i = 0; i < widened.length; i++) {
            widened[i] = values[i];
        }
        return widened;
    }

    /** Returns the points with at least this distance from every end of an axis that is not periodic. */
    private static int[] inside(Grid grid, int margin) {
        return IntStream.range(0, grid.size())
                .filter(point -> {
                    for (int number = 0; number < grid.rank(); number++) {
                        Axis axis = grid.axis(number);
                        int at = point / grid.stride(number) % axis.size();
                        if (!axis.isPeriodic() && (at < margin || at >= axis.size() - margin)) {
                            return false;
                        }
                    }
                    return true;
                })
                .toArray();
    }
}
