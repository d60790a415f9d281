package org.spolia.symbolic.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The steps that the slopes of a landscape suggest. An invariance is a linear relation between slopes that holds at
 * every row. The residual of this relation, relative to the size of the slopes, ranks the steps.
 */
final class Hypotheses {
    private static final int[][] EXPONENTS = {
        {1, 1}, {1, -1}, {1, 2}, {1, -2}, {2, 1}, {2, -1}, {1, 3}, {1, -3}, {3, 1}, {3, -1}
    };
    private static final double PER_EXPONENT = 0.003;
    private static final double NEAR_HALF = 0.15;
    private static final double LARGEST_POWER = 6;
    private static final double TINY = 1e-12;

    record Hypothesis(Step step, double spread) {}

    private final Landscape landscape;
    private final double[] ones;
    private final double[] scratch;
    private final List<Hypothesis> found = new ArrayList<>();

    private Hypotheses(Landscape landscape) {
        this.landscape = landscape;
        int rows = landscape.coordinates().rows();
        this.ones = new double[rows];
        this.scratch = new double[rows];
        Arrays.fill(ones, 1);
    }

    /** The hypotheses, most plausible first. */
    static List<Hypothesis> of(Landscape landscape) {
        Hypotheses hypotheses = new Hypotheses(landscape);
        for (int i = 0; i < landscape.count(); i++) {
            if (landscape.isPositive(i)) {
                hypotheses.factor(i);
            }
            for (int j = i + 1; j < landscape.count(); j++) {
                if (landscape.isPositive(i) && landscape.isPositive(j)) {
                    hypotheses.products(i, j);
                }
                hypotheses.sums(i, j);
            }
        }
        hypotheses.found.sort(Comparator.comparingDouble(Hypothesis::spread));
        return hypotheses.found;
    }

    /** The change of the height when the target changes by its own size. */
    private double[] unit() {
        return landscape.isLogarithmic() ? ones : landscape.coordinates().target();
    }

    private void factor(int i) {
        double[] slope = landscape.relativeSlope(i);
        double power = half(power(slope), 1);
        if (power != 0 && !Double.isNaN(power)) {
            add(new Step(Step.Kind.FACTOR, i, 0, 1, 0, power), slope, power, median(slope), 0);
        }
    }

    /**
     * first^a second^b is invariant if the first grows by λ^b and the second by λ^-a; the target may then change by a
     * power of λ.
     */
    private void products(int i, int j) {
        double[] first = landscape.relativeSlope(i);
        double[] second = landscape.relativeSlope(j);
        double firstSize = median(first);
        double secondSize = median(second);
        for (int[] exponents : EXPONENTS) {
            int a = exponents[0];
            int b = exponents[1];
            double[] relation = new double[first.length];
            for (int row = 0; row < relation.length; row++) {
                relation[row] = b * first[row] - a * second[row];
            }
            double power = half(power(relation), b);
            if (!Double.isNaN(power)) {
                double size = Math.abs(b) * firstSize + a * secondSize;
                double complexity = PER_EXPONENT * (a + Math.abs(b) - 2);
                add(new Step(Step.Kind.PRODUCT, i, j, a, b, power / b + 0.0), relation, power, size, complexity);
            }
        }
    }

    private void sums(int i, int j) {
        double[] first = landscape.slope(i);
        double[] second = landscape.slope(j);
        double[] x = landscape.coordinates().values(i);
        double[] y = landscape.coordinates().values(j);
        double[] crossedFirst = new double[first.length];
        double[] crossedSecond = new double[first.length];
        for (int row = 0; row < first.length; row++) {
            crossedFirst[row] = first[row] * y[row];
            crossedSecond[row] = second[row] * x[row];
        }
        for (int sign = 1; sign >= -1; sign -= 2) {
            sum(new Step(Step.Kind.SUM, i, j, 1, sign, 0), first, second, 0);
            sum(new Step(Step.Kind.SQUARES, i, j, 1, sign, 0), crossedFirst, crossedSecond, PER_EXPONENT);
        }
    }

    private void sum(Step step, double[] first, double[] second, double complexity) {
        double[] relation = new double[first.length];
        for (int row = 0; row < relation.length; row++) {
            relation[row] = first[row] - step.b() * second[row];
        }
        add(step, relation, 0, median(first) + median(second), complexity);
    }

    private void add(Step step, double[] relation, double power, double size, double complexity) {
        double[] unit = unit();
        double[] rest = new double[relation.length];
        for (int row = 0; row < rest.length; row++) {
            rest[row] = relation[row] - power * unit[row];
        }
        double spread = median(rest) / (size + TINY) + complexity;
        if (!Double.isNaN(spread)) {
            found.add(new Hypothesis(step, spread));
        }
    }

    /** The power of the target that the relation implies. */
    private double power(double[] relation) {
        if (landscape.isLogarithmic()) {
            System.arraycopy(relation, 0, scratch, 0, relation.length);
            Arrays.sort(scratch);
            return scratch[scratch.length / 2];
        }
        double[] target = landscape.coordinates().target();
        double products = 0;
        double squares = 0;
        for (int row = 0; row < target.length; row++) {
            products += relation[row] * target[row];
            squares += target[row] * target[row];
        }
        return products / squares;
    }

    /** The multiple of {@code unit / 2} near the value, or NaN. */
    private static double half(double value, int unit) {
        double half = Math.rint(2 * value / unit) / 2 * unit;
        return Math.abs(value - half) < NEAR_HALF && Math.abs(half) <= LARGEST_POWER ? half + 0.0 : Double.NaN;
    }

    /** The median of the absolute values. */
    private double median(double[] values) {
        for (int row = 0; row < values.length; row++) {
            scratch[row] = Math.abs(values[row]);
        }
        Arrays.sort(scratch);
        return scratch[scratch.length / 2];
    }
}
