package org.spolia.experiment.report.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.report.page.Chart;
import org.spolia.statistics.Metrics;

/** The residuals of a model, target minus prediction, in numbers and plots. */
final class Residuals {
    private static final int HEIGHT = 320;

    /** More points only make the page larger. */
    private static final int POINTS = 1000;

    /** The largest number of plotted variables; the page names the others. */
    private static final int VARIABLES = 8;

    /** The squares of numbers up to this exponent do not overflow. */
    private static final int LARGEST_EXPONENT = 400;

    private final TrainingTable table;
    private final double[] predictions;
    private final double[] values;

    /**
     * @param table the rows
     * @param predictions the prediction of the model for each row
     */
    Residuals(TrainingTable table, double[] predictions) {
        this.table = table;
        this.predictions = predictions;
        this.values = new double[predictions.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = table.values()[row] - predictions[row];
        }
    }

    /** The share of the target's variance that the predictions explain. */
    double determination() {
        return Metrics.r2(small(predictions), small(table.values()));
    }

    double rootMeanSquare() {
        return Math.scalb(Math.sqrt(Metrics.meanSquaredError(small(predictions), small(table.values()))), exponent());
    }

    /** The exponent of the largest target if its square overflows, otherwise 0. */
    private int exponent() {
        double largest = Arrays.stream(table.values()).map(Math::abs).max().orElse(0);
        int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        return Math.abs(exponent) > LARGEST_EXPONENT ? exponent : 0;
    }

    private double[] small(double[] column) {
        int exponent = exponent();
        return Arrays.stream(column).map(value -> Math.scalb(value, -exponent)).toArray();
    }

    double largest() {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    String draw() {
        StringBuilder html = new StringBuilder();
        if (table.variables().size() == 1) {
            html.append(overOneVariable());
        } else {
            html.append(againstPrediction());
        }
        int shown = Math.min(VARIABLES, table.variables().size());
        html.append("<div class=\"charts\">");
        for (int variable = 0; variable < shown; variable++) {
            html.append(against(variable));
        }
        return html
                + "</div><p class=\"reading\">Residuals are target minus prediction. For a correct model they form a band around zero. A bend or"
                + " trend over a variable is structure that the model misses; a band that widens calls for <code>--weights</code>."
                + note(shown) + "</p>";
    }

    private String note(int shown) {
        String rows = table.rows() > POINTS ? " Every " + stride() + ". row is plotted." : "";
        int left = table.variables().size() - shown;
        return left == 0 ? rows : rows + " " + left + " further variables are not plotted.";
    }

    private String againstPrediction() {
        DoubleSummaryStatistics range = Arrays.stream(table.values()).summaryStatistics();
        List<List<Double>> diagonal =
                List.of(List.of(range.getMin(), range.getMin()), List.of(range.getMax(), range.getMax()));
        return chart(
                "Target against prediction",
                HEIGHT,
                "prediction",
                table.target(),
                points(predictions, table.values()),
                List.of(Map.of("name", "equal", "points", diagonal)));
    }

    private String overOneVariable() {
        double[] x = table.columns()[0];
        List<List<Double>> curve = points(x, predictions);
        curve.sort(Comparator.comparing(point -> point.get(0)));
        return chart(
                "Target and prediction over " + table.variables().get(0),
                HEIGHT,
                table.variables().get(0),
                table.target(),
                points(x, table.values()),
                List.of(Map.of("name", "prediction", "points", curve)));
    }

    private String against(int variable) {
        String name = table.variables().get(variable);
        List<List<Double>> points = points(table.columns()[variable], values);
        return chart("Residuals against " + name, HEIGHT * 3 / 4, name, "residual", points, List.of());
    }

    private static String chart(
            String label, int height, String x, String y, List<List<Double>> rows, List<Map<String, Object>> lines) {
        return Chart.of(
                "rows",
                label,
                height,
                Map.of("legend", !lines.isEmpty(), "x", x, "y", y, "rows", rows, "lines", lines));
    }

    private int stride() {
        return (table.rows() + POINTS - 1) / POINTS;
    }

    private List<List<Double>> points(double[] x, double[] y) {
        List<List<Double>> points = new ArrayList<>();
        for (int row = 0; row < x.length; row += stride()) {
            points.add(List.of(x[row], y[row]));
        }
        return points;
    }
}
