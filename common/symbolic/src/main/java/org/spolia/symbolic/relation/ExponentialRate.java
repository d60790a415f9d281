package org.spolia.symbolic.relation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.spolia.symbolic.special.Exponential;

/**
 * Finds the rate k for which there is a relation that contains exp(k z). For a given k, a relation follows from linear
 * algebra: its residual is the sine of the least angle between the numerators and the denominators times the target
 * (Björck and Golub, Mathematics of Computation 27 (1973) 579). The residual is a function of k alone (variable
 * projection: Golub and Pereyra, Inverse Problems 19 (2003) R1). Newton's method finds its zeros from the minima on a
 * grid. Rates k and -k give the same laws, so k is positive.
 */
public final class ExponentialRate {
    private static final int GRID = 30;
    private static final int STARTS = 8;
    private static final int STEPS = 6;

    /** The most orthogonalisations of the columns of a dictionary. */
    public static final int PASSES = GRID + STARTS * STEPS;

    /**
     * Below this rate, an exponential over the range of z is a polynomial to most digits. At the end of the grid, it is
     * a step.
     */
    private static final double SLOWEST = 0.4;

    private static final double RATIO = 1.2;
    private static final double ROUNDING = 1e-10;
    private static final double NOTHING = 1e-12;

    private final double[][] fixed;
    private final boolean[] exponential;
    private final double[] z;
    private final double range;
    private final double[][] columns;
    private final GramSchmidt above;
    private final GramSchmidt below;
    private final double[] missed;
    private double[] combined = {};
    private double[] coefficients = {};

    private ExponentialRate(double[][] fixed, boolean[] exponential, int numerators, double[] z, double range) {
        this.fixed = fixed;
        this.exponential = exponential;
        this.z = z;
        this.range = range;
        this.columns = new double[fixed.length][z.length];
        this.above = new GramSchmidt(Arrays.copyOf(columns, numerators));
        this.below = new GramSchmidt(Arrays.copyOfRange(columns, numerators, columns.length));
        this.missed = new double[z.length];
    }

    /**
     * Looks for the rate.
     *
     * @param dictionary the terms; the last coordinate, with exponent 0 or 1, stands for the exponential
     * @param coordinates by coordinate and row, z last; {@link Dictionary#rows} rows are read
     */
    public static OptionalDouble of(Dictionary dictionary, double[][] coordinates, double[] target) {
        int rows = dictionary.rows();
        double[] z = centred(coordinates[coordinates.length - 1], rows);
        double range = range(z);
        if (!(range > 0 && range < Double.POSITIVE_INFINITY)) {
            return OptionalDouble.empty();
        }
        int last = coordinates.length - 1;
        double[][] fixed = new double[dictionary.size()][rows];
        boolean[] exponential = new boolean[fixed.length];
        for (int column = 0; column < fixed.length; column++) {
            int below = column - dictionary.numerator().size();
            List<Integer> exponents = below < 0
                    ? dictionary.numerator().get(column)
                    : dictionary.denominator().get(below);
            exponential[column] = exponents.get(last) != 0;
            for (int row = 0; row < rows; row++) {
                double term = RelationTerm.value(exponents.subList(0, last), coordinates, row);
                fixed[column][row] = below < 0 ? term : term * target[row];
            }
        }
        return new ExponentialRate(fixed, exponential, dictionary.numerator().size(), z, range).find();
    }

    private static double[] centred(double[] values, int rows) {
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            mean += values[row] / rows;
        }
        double[] centred = new double[rows];
        for (int row = 0; row < rows; row++) {
            centred[row] = values[row] - mean;
        }
        return centred;
    }

    private static double range(double[] z) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : z) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        return largest - least;
    }

    private OptionalDouble find() {
        double[] rates = new double[GRID];
        double[] shifts = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            rates[i] = i == 0 ? SLOWEST / range : rates[i - 1] * RATIO;
            double miss = miss(rates[i]);
            if (miss < NOTHING && i == 0) {
                // The relation holds for every rate, so it does not contain the exponential.
                return OptionalDouble.empty();
            }
            shifts[i] = miss < Double.POSITIVE_INFINITY ? Math.abs(miss * miss / slope() / rates[i]) : miss;
        }
        for (double start : starts(rates, shifts)) {
            OptionalDouble rate = refined(start);
            if (rate.isPresent()) {
                return rate;
            }
        }
        return OptionalDouble.empty();
    }

    /** Returns the rates that Newton's method moves at most to their neighbours, the smallest moves first. */
    private static List<Double> starts(double[] rates, double[] shifts) {
        return IntStream.range(0, rates.length)
                .filter(i -> shifts[i] < RATIO - 1)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> shifts[i]))
                .limit(STARTS)
                .map(i -> rates[i])
                .toList();
    }

    private OptionalDouble refined(double start) {
        double rate = start;
        double best = start;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double miss = miss(rate);
            if (miss == Double.POSITIVE_INFINITY) {
                break;
            }
            if (miss < least) {
                least = miss;
                best = rate;
            }
            double next = rate - miss * miss / slope();
            if (!(next > start / RATIO / RATIO && next < start * RATIO * RATIO)) {
                break;
            }
            rate = next;
        }
        return least < ROUNDING ? OptionalDouble.of(best) : OptionalDouble.empty();
    }

    /**
     * Returns the weight of 1 if 1 and exp(x), which may differ by orders of magnitude, are normalised to a sum of 1.
     */
    static double weight(double x) {
        return 1 / (1 + Exponential.exp(x));
    }

    /**
     * Returns the residual of a relation at this rate; infinite if its terms are dependent, and {@link #slope} is then
     * undefined.
     */
    private double miss(double rate) {
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < z.length; row++) {
                // Weighted rows still satisfy a relation. These weights keep few rows from outweighing all others at a
                // high rate.
                double weight = weight(rate * z[row]);
                columns[column][row] = fixed[column][row] * (exponential[column] ? 1 - weight : weight);
            }
        }
        if (!above.compute() || !below.compute()) {
            return Double.POSITIVE_INFINITY;
        }
        double[][] outside = new double[below.size()][];
        for (int column = 0; column < outside.length; column++) {
            outside[column] = below.vector(column).clone();
            above.removeFrom(outside[column]);
        }
        double[][] copy = new double[outside.length][];
        for (int column = 0; column < copy.length; column++) {
            copy[column] = outside[column].clone();
        }
        double[] direction = NullVector.of(copy);
        combined = below.combination(direction);
        double squares = 0;
        for (int row = 0; row < z.length; row++) {
            missed[row] = 0;
            for (int column = 0; column < outside.length; column++) {
                missed[row] += direction[column] * outside[column][row];
            }
            squares += missed[row] * missed[row];
        }
        coefficients = coefficients(direction);
        return Math.sqrt(squares);
    }

    /** Returns the coefficients of the columns in the residual. */
    private double[] coefficients(double[] direction) {
        double[] shares = new double[above.size()];
        for (int column = 0; column < shares.length; column++) {
            shares[column] = -GramSchmidt.dot(above.vector(column), combined);
        }
        double[] all = Arrays.copyOf(above.coefficients(shares), columns.length);
        System.arraycopy(below.coefficients(direction), 0, all, above.size(), below.size());
        return all;
    }

    /**
     * Returns half the derivative of the square of the last {@link #miss}. The change of the combination itself adds
     * nothing to it.
     */
    private double slope() {
        double slope = 0;
        double longer = 0;
        for (int column = 0; column < columns.length; column++) {
            if (!exponential[column]) {
                continue;
            }
            for (int row = 0; row < z.length; row++) {
                double change = coefficients[column] * columns[column][row] * z[row];
                slope += missed[row] * change;
                longer += column < above.size() ? 0 : combined[row] * change;
            }
        }
        return slope - GramSchmidt.dot(missed, missed) * longer;
    }
}
