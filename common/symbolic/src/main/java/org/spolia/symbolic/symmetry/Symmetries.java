package org.spolia.symbolic.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Sample;

/**
 * Finds coordinates that a target depends on instead of the variables, one step after another. A step is accepted if
 * neighbours predict a row clearly better with one coordinate less. This must happen if the step is true, because the
 * rows then lie closer. Noise hides it, and then no step is found.
 */
public final class Symmetries {
    private static final int ROWS = 600;
    private static final int MANY_ROWS = 1000;
    private static final int FEWEST_ROWS = 60;
    private static final int MOST_COORDINATES = 12;
    private static final int TRIES = 6;
    private static final double LARGEST_SPREAD = 0.25;
    private static final double CLEAR_SPREAD = 0.02;
    private static final double CLEAR_GAIN = 0.75;
    private static final double GAIN_OF_MANY = 0.8;
    private static final double GAIN_OF_FOUR = 0.7;
    private static final double GAIN_OF_FEW = 0.55;
    private static final int FEW = 3;

    private long fits;
    private final List<Step> steps = new ArrayList<>();
    private Landscape landscape;

    private Symmetries(Coordinates coordinates) {
        this.landscape = fit(coordinates);
    }

    /** The steps and the cost of finding them. */
    public record Found(List<Step> steps, long nodeRows) {}

    /** Returns the steps that the sample supports, in their order. */
    public static Found of(Sample sample) {
        int rows = Math.min(sample.variables() > FEW ? MANY_ROWS : ROWS, sample.rows());
        if (rows < FEWEST_ROWS || sample.variables() < 2 || sample.variables() > MOST_COORDINATES) {
            return new Found(List.of(), 0);
        }
        double[][] values = new double[sample.variables()][rows];
        double[] target = new double[rows];
        Sample some = sample.spread(rows);
        for (int row = 0; row < rows; row++) {
            target[row] = some.targetValue(row);
            for (int variable = 0; variable < values.length; variable++) {
                values[variable][row] = some.value(variable, row);
            }
        }
        Coordinates coordinates = new Coordinates(values, target);
        if (!coordinates.areSound()) {
            return new Found(List.of(), 0);
        }
        Symmetries symmetries = new Symmetries(coordinates);
        while (symmetries.landscape.count() > 1 && symmetries.takeStep()) {}
        return new Found(List.copyOf(symmetries.steps), symmetries.fits * rows * rows);
    }

    private Landscape fit(Coordinates coordinates) {
        fits += coordinates.count();
        return Landscape.of(coordinates);
    }

    private boolean takeStep() {
        Landscape best = landscape;
        Step bestStep = new Step(Step.Kind.FACTOR, 0, 0, 1, 0, 0);
        double bestGain = 1;
        int tried = 0;
        for (Hypotheses.Hypothesis hypothesis : Hypotheses.of(landscape)) {
            if (tried == TRIES || hypothesis.spread() > LARGEST_SPREAD) {
                break;
            }
            tried++;
            Coordinates reduced = landscape.coordinates().after(hypothesis.step());
            if (!reduced.areSound()) {
                continue;
            }
            Landscape next = fit(reduced);
            double gain = next.error() / landscape.error();
            if (gain < needed(hypothesis.spread()) && gain < bestGain) {
                best = next;
                bestStep = hypothesis.step();
                bestGain = gain;
            }
        }
        if (bestGain == 1) {
            return false;
        }
        landscape = best;
        steps.add(bestStep);
        return true;
    }

    /**
     * The ratio of errors that a true step stays below: rows lie closer in fewer dimensions, and the more so the fewer
     * rows there are.
     */
    private double needed(double spread) {
        int count = landscape.count();
        double needed = count > FEW + 1 ? GAIN_OF_MANY : count > FEW ? GAIN_OF_FOUR : GAIN_OF_FEW;
        return spread < CLEAR_SPREAD ? Math.max(needed, CLEAR_GAIN) : needed;
    }
}
