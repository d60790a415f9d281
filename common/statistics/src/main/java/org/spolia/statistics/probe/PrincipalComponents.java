package org.spolia.statistics.probe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.statistics.Correlation;
import org.spolia.statistics.Vectors;

/**
 * The few principal components of features that correlate most with a target (Bair, Hastie, Paul and Tibshirani,
 * Journal of the American Statistical Association 101 (2006) 119, who select features). Mean, deviation, directions and
 * selection come from training rows. On these, a component has mean 0, population standard deviation 1 and a
 * non-negative correlation with the target.
 */
public final class PrincipalComponents {
    /**
     * The number of components with the largest variance from which the target selects; of more, a few would correlate
     * by chance.
     */
    private static final int MOST = 32;

    /** A share of the largest variance; components below it are rounding errors. */
    private static final double LEAST_VARIANCE = 1e-10;

    private final Standardisation standardisation;
    private final double[][] directions;

    private PrincipalComponents(Standardisation standardisation, double[][] directions) {
        this.standardisation = standardisation;
        this.directions = directions;
    }

    /**
     * Selects components.
     *
     * @param rows finite features, at least two rows
     * @param target the target of each row
     * @param count the most components; fewer if the rows vary in fewer directions
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

    /** Returns the directions of largest variance, scaled to a variance of 1, the largest first. */
    private static List<double[]> leading(double[][] rows) {
        // The Gram matrices of rows and of features have the same eigenvalues; the smaller one is used.
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

    /** The correlation with the target; 0 if undefined. */
    private static double agreement(double[] direction, double[][] rows, double[] target) {
        double correlation = Correlation.pearson(along(direction, rows), target);
        return Double.isNaN(correlation) ? 0 : correlation;
    }

    private static double[] along(double[] direction, double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Vectors.dot(row, direction))
                .toArray();
    }

    /** The number of components. */
    public int count() {
        return directions.length;
    }

    /** Returns the components of rows, an array for each, the one with the highest correlation first. */
    public double[][] of(double[][] rows) {
        double[][] standardised = standardisation.apply(rows);
        return Arrays.stream(directions)
                .map(direction -> along(direction, standardised))
                .toArray(double[][]::new);
    }
}
