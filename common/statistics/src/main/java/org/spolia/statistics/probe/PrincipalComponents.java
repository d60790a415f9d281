package org.spolia.statistics.probe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.statistics.Correlation;
import org.spolia.statistics.Vectors;

/**
 * The few principal components of features that go most with a target (Bair, Hastie, Paul and Tibshirani, Journal of
 * the American Statistical Association 101 (2006) 119, there of features). Mean, deviation, directions and choice are
 * those of training rows; a component has there the mean 0, the population deviation 1 and a correlation with the
 * target of at least 0.
 */
public final class PrincipalComponents {
    /**
     * Those with the largest variance, among which the target chooses: of more than these a few would go with it by
     * chance.
     */
    private static final int MOST = 32;

    /** Of the largest variance; below it a component is rounding. */
    private static final double LEAST_VARIANCE = 1e-10;

    private final Standardisation standardisation;
    private final double[][] directions;

    private PrincipalComponents(Standardisation standardisation, double[][] directions) {
        this.standardisation = standardisation;
        this.directions = directions;
    }

    /**
     * Chooses components.
     *
     * @param rows of finite features, at least two
     * @param target of each row
     * @param count the most that are chosen; fewer if the rows do not vary in as many directions
     */
    public static PrincipalComponents of(double[][] rows, double[] target, int count) {
        Standardisation standardisation = Standardisation.of(rows);
        double[][] standardised = standardisation.apply(rows);
        List<double[]> directions = leading(standardised).stream()
                .map(direction -> turned(direction, standardised, target))
                .sorted(Comparator.comparingDouble((double[] direction) -> -agreement(direction, standardised, target)))
                .limit(count)
                .toList();
        return new PrincipalComponents(standardisation, directions.toArray(double[][]::new));
    }

    /** The directions of most variance, which is 1 along each as they are long, the largest first. */
    private static List<double[]> leading(double[][] rows) {
        // The products of rows have the same eigenvalues as those of features, and are fewer in general.
        boolean dual = rows.length < rows[0].length;
        double[][] matrix = Vectors.gram(dual ? rows : transposed(rows));
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        double[] values = eigen.values();
        double least = LEAST_VARIANCE * Arrays.stream(values).max().orElse(0);
        return IntStream.range(0, values.length)
                .filter(i -> values[i] > least)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]).thenComparing(i -> i))
                .limit(MOST)
                .map(i -> scaled(
                        dual ? combined(rows, eigen.vectors()[i]) : eigen.vectors()[i],
                        Math.sqrt(rows.length) / (dual ? values[i] : Math.sqrt(values[i]))))
                .toList();
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows[row][column];
            }
        }
        return columns;
    }

    private static double[] combined(double[][] rows, double[] weights) {
        double[] sum = new double[rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            Vectors.addScaled(sum, weights[row], rows[row]);
        }
        return sum;
    }

    private static double[] scaled(double[] vector, double factor) {
        return Arrays.stream(vector).map(value -> value * factor).toArray();
    }

    private static double[] turned(double[] direction, double[][] rows, double[] target) {
        return agreement(direction, rows, target) < 0 ? scaled(direction, -1) : direction;
    }

    /** The correlation with the target; 0 where there is none. */
    private static double agreement(double[] direction, double[][] rows, double[] target) {
        double correlation = Correlation.pearson(along(direction, rows), target);
        return Double.isNaN(correlation) ? 0 : correlation;
    }

    private static double[] along(double[] direction, double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Vectors.dot(row, direction))
                .toArray();
    }

    /** How many there are. */
    public int count() {
        return directions.length;
    }

    /** The components of rows, an array for each, first the one that goes most with the target. */
    public double[][] of(double[][] rows) {
        double[][] standardised = standardisation.apply(rows);
        return Arrays.stream(directions)
                .map(direction -> along(direction, standardised))
                .toArray(double[][]::new);
    }
}
