package org.spolia.jobs.cli.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Shape;
import picocli.CommandLine.Option;

/** The options of {@code fit} for known properties of the target. */
final class ShapeFlags {
    @Option(
            names = "--monotone",
            split = ",",
            paramLabel = "COLUMN=TREND",
            description =
                    "as in dose=increasing,age=decreasing: keep only equations that never decrease, or never increase,"
                            + " with the column; proved by interval arithmetic for the whole --domain")
    private Map<String, String> trends = new HashMap<>();

    @Option(
            names = "--at-least",
            paramLabel = "N",
            description = "keep only equations whose values are proved to be at least N in the whole --domain")
    private double least = Double.NEGATIVE_INFINITY;

    @Option(
            names = "--at-most",
            paramLabel = "N",
            description = "keep only equations whose values are proved to be at most N")
    private double largest = Double.POSITIVE_INFINITY;

    @Option(
            names = "--domain",
            split = ",",
            paramLabel = "COLUMN=A:B",
            description =
                    "the domain of --monotone, --at-least and --at-most, as in dose=0:100; default: the range of each"
                            + " column in DATA")
    private Map<String, String> domain = new HashMap<>();

    private boolean given() {
        return !trends.isEmpty() || least > Double.NEGATIVE_INFINITY || largest < Double.POSITIVE_INFINITY;
    }

    /** Returns the same search for models of this shape. */
    SearchOptions forTable(SearchOptions search, TrainingTable table) {
        if (!given()) {
            if (!domain.isEmpty()) {
                throw new ExperimentException("--domain: needs --monotone, --at-least or --at-most");
            }
            return search;
        }
        requireColumns("--monotone", trends, table);
        requireColumns("--domain", domain, table);
        if (!table.categories().isEmpty()) {
            throw new ExperimentException(
                    "--monotone, --at-least and --at-most: cannot be proved if parameters differ by --category; leave one out");
        }
        List<Shape.Range> box = new ArrayList<>();
        List<Shape.Trend> directions = new ArrayList<>();
        for (int variable = 0; variable < table.variables().size(); variable++) {
            String column = table.variables().get(variable);
            box.add(range(column, table.columns()[variable]));
            directions.add(trend(column));
        }
        try {
            Shape shape = new Shape(box, directions, least, largest);
            return search.withConstraints(search.constraints().withShape(shape));
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--at-least or --at-most: " + e.getMessage(), e);
        }
    }

    private static void requireColumns(String option, Map<String, String> given, TrainingTable table) {
        for (String column : given.keySet()) {
            if (!table.variables().contains(column)) {
                throw new ExperimentException(option + ": no variable " + Names.quote(column) + "; "
                        + Suggestion.instead(column, table.variables()));
            }
        }
    }

    private Shape.Trend trend(String column) {
        String text = trends.get(column);
        if (text == null) {
            return Shape.Trend.ANY;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "increasing" -> Shape.Trend.INCREASING;
            case "decreasing" -> Shape.Trend.DECREASING;
            default ->
                throw new ExperimentException("--monotone: '" + text
                        + "' is not a trend; write increasing or decreasing, as in " + column + "=increasing");
        };
    }

    private Shape.Range range(String column, double[] values) {
        String text = domain.get(column);
        if (text == null) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            return new Shape.Range(low, high);
        }
        int colon = text.indexOf(':');
        try {
            return new Shape.Range(
                    Double.parseDouble(text.substring(0, Math.max(colon, 0))),
                    Double.parseDouble(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new ExperimentException(
                    "--domain: '" + text + "' must be two numbers, the smaller one first, as in " + column + "=0:100",
                    e);
        }
    }
}
