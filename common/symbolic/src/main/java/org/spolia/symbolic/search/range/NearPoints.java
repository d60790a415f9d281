package org.spolia.symbolic.search.range;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.symmetry.Distances;
import org.spolia.symbolic.symmetry.Standardised;

/**
 * Points on the segments between each row and its nearest ones. They stay inside whatever domain the rows have, because
 * the segments are short.
 */
final class NearPoints {
    static final int ROWS = 800;
    private static final int MOST_NEIGHBOURS = 8;
    private static final int ROWS_OF_A_NEIGHBOUR = 25;
    private static final int FEWEST_ROWS = 40;
    private static final int POINTS = 8192;

    /** The square of the longest segment in units of the usual distance of the farthest of these rows. */
    private static final double LONGEST = 4;

    private static final int STREAM = -1;

    private record Segment(int from, int to, double square) {}

    private NearPoints() {}

    /** Returns the points, if there are segments whose ends agree in all columns that are not continuous. */
    static Optional<Sample> of(List<double[]> all, List<Marginal> marginals) {
        int rows = all.isEmpty() ? 0 : Math.min(ROWS, all.get(0).length);
        if (rows < FEWEST_ROWS) {
            // The nearest of few rows are far away.
            return Optional.empty();
        }
        List<double[]> columns = all.stream().map(column -> some(column, rows)).toList();
        List<Segment> segments = segments(columns, rows).stream()
                .filter(segment -> IntStream.range(0, marginals.size())
                        .allMatch(column -> marginals.get(column).continuous()
                                || columns.get(column)[segment.from()] == columns.get(column)[segment.to()]))
                .toList();
        return segments.isEmpty() ? Optional.empty() : Optional.of(points(columns, segments));
    }

    private static double[] some(double[] column, int rows) {
        double[] some = new double[rows];
        for (int row = 0; row < rows; row++) {
            some[row] = column[(int) ((long) row * column.length / rows)];
        }
        return some;
    }

    private static List<Segment> segments(List<double[]> columns, int rows) {
        double[][] points =
                columns.stream().map(column -> Standardised.of(column).values()).toArray(double[][]::new);
        List<Segment> segments = new ArrayList<>();
        double[] farthest = new double[rows];
        double[] squares = new double[rows];
        int neighbours = Math.max(1, Math.min(MOST_NEIGHBOURS, rows / ROWS_OF_A_NEIGHBOUR));
        int apart = 0;
        for (int row = 0; row < rows; row++) {
            Distances.squared(points, row, squares);
            int before = segments.size();
            for (int neighbour = 0; neighbour < neighbours; neighbour++) {
                int other = nearest(squares);
                if (other < 0) {
                    break;
                }
                segments.add(new Segment(row, other, squares[other]));
                squares[other] = 0;
            }
            if (segments.size() > before) {
                farthest[apart++] = segments.get(segments.size() - 1).square();
            }
        }
        Arrays.sort(farthest, 0, apart);
        double longest = apart == 0 ? 0 : LONGEST * farthest[apart / 2];
        return segments.stream().filter(segment -> segment.square() <= longest).toList();
    }

    /** Returns the nearest row at a distance, or -1. */
    private static int nearest(double[] squares) {
        int nearest = -1;
        for (int row = 0; row < squares.length; row++) {
            if (squares[row] > 0 && (nearest < 0 || squares[row] < squares[nearest])) {
                nearest = row;
            }
        }
        return nearest;
    }

    private static Sample points(List<double[]> columns, List<Segment> segments) {
        double[][] points = new double[columns.size()][POINTS];
        for (int point = 0; point < POINTS; point++) {
            Segment segment = segments.get(point % segments.size());
            double share = FilledBox.uniform(STREAM, point);
            for (int column = 0; column < points.length; column++) {
                double[] values = columns.get(column);
                points[column][point] = Marginal.between(values[segment.from()], values[segment.to()], share);
            }
        }
        return Sample.of(points, new double[POINTS]);
    }
}
