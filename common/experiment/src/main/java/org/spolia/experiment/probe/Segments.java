package org.spolia.experiment.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.statistics.Segmentation;

/**
 * Targets that are arrays of classes, one for each position of a sample. A head is trained on 0 or 1 for each position
 * and class, and the class of a position is that of the greatest prediction.
 *
 * @param classes their numbers, ascending
 */
record Segments(List<Long> classes) {
    /** Returns the classes of some tables. */
    static Segments of(List<ProbeTargets> tables) {
        TreeSet<Long> classes = new TreeSet<>();
        tables.forEach(table -> classes.addAll(table.placeClasses()));
        return new Segments(List.copyOf(classes));
    }

    /** The names of the scores: the mean over classes, then each class. */
    List<String> metrics() {
        List<String> names = new ArrayList<>(List.of(ProbeScore.IOU));
        classes.forEach(value -> names.add(name(value)));
        return names;
    }

    private static String name(long value) {
        return ProbeScore.IOU + "_" + value;
    }

    /**
     * Returns for each row, position by position, 1 for its class and 0 for the others; NaN for all if it is missing.
     */
    double[][] indicators(double[][] rows) {
        return Arrays.stream(rows).map(this::indicators).toArray(double[][]::new);
    }

    private double[] indicators(double[] row) {
        int count = classes.size();
        double[] indicators = new double[row.length * count];
        for (int place = 0; place < row.length; place++) {
            boolean missing = Double.isNaN(row[place]);
            for (int i = 0; i < count; i++) {
                indicators[place * count + i] = missing ? Double.NaN : classes.get(i) == (long) row[place] ? 1 : 0;
            }
        }
        return indicators;
    }

    /** Returns the value of each metric. A position counts if its target has a class and there is a prediction. */
    Map<String, Double> scores(double[][] predicted, double[][] rows) {
        int places = rows.length == 0 ? 0 : rows[0].length;
        int[] prediction = new int[rows.length * places];
        int[] target = new int[rows.length * places];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int place = 0; place < places; place++) {
                double value = predicted[row][place * classes.size()];
                if (!Double.isNaN(rows[row][place]) && Double.isFinite(value)) {
                    prediction[count] = greatest(predicted[row], place * classes.size());
                    target[count++] = classes.indexOf((long) rows[row][place]);
                }
            }
        }
        double[] shares = Segmentation.intersectionOverUnion(
                Arrays.copyOf(prediction, count), Arrays.copyOf(target, count), classes.size());
        Map<String, Double> scores = new HashMap<>();
        scores.put(ProbeScore.IOU, Segmentation.mean(shares));
        IntStream.range(0, shares.length).forEach(i -> scores.put(name(classes.get(i)), shares[i]));
        return scores;
    }

    private int greatest(double[] values, int from) {
        int greatest = 0;
        for (int i = 1; i < classes.size(); i++) {
            greatest = values[from + i] > values[from + greatest] ? i : greatest;
        }
        return greatest;
    }
}
