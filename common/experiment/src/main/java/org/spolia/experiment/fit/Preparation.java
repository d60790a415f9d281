package org.spolia.experiment.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.statistics.baseline.FeatureImportance;
import org.spolia.statistics.baseline.GaussianProcess;
import org.spolia.symbolic.expression.Decimal;

/**
 * The preparation of a table before its fit, with a report in words. Both steps are optional: the selection of
 * variables first, as in PySR, then the removal of noise.
 *
 * @param selectKFeatures the number of variables to keep: those that boosted trees use most
 * @param denoise whether the posterior mean of a Gaussian process replaces the target
 */
public record Preparation(OptionalInt selectKFeatures, boolean denoise) {
    private static final int DIGITS = 3;

    public Preparation {
        if (selectKFeatures.isPresent() && selectKFeatures.getAsInt() < 1) {
            throw new IllegalArgumentException("must be 1 or more: " + selectKFeatures.getAsInt());
        }
    }

    /** Returns the prepared table, and reports each selection and change in a line. */
    public TrainingTable apply(TrainingTable table, Consumer<String> report) {
        TrainingTable chosen = selectKFeatures.isPresent() ? select(table, selectKFeatures.getAsInt(), report) : table;
        return denoise ? smooth(chosen, report) : chosen;
    }

    private static TrainingTable select(TrainingTable table, int count, Consumer<String> report) {
        int variables = table.variables().size();
        if (count > variables) {
            throw new ExperimentException("--select-k-features " + count + ": there are only " + variables
                    + " variables; give a smaller number");
        }
        double[] shares = FeatureImportance.of(table.columns(), table.values());
        // The sort is stable: of equally important variables, the first ones stay.
        int[] byImportance = IntStream.range(0, variables)
                .boxed()
                .sorted(Comparator.comparingDouble(variable -> -shares[variable]))
                .mapToInt(variable -> variable)
                .toArray();
        int[] kept = Arrays.copyOf(byImportance, count);
        report.accept("kept " + count + " of " + variables + " variables: "
                + Arrays.stream(kept)
                        .mapToObj(variable -> table.variables().get(variable) + " (importance "
                                + Decimal.rounded(shares[variable], DIGITS) + ")")
                        .collect(Collectors.joining(", "))
                + (count == variables
                        ? ""
                        : "; the most important one left out: "
                                + table.variables().get(byImportance[count]) + " ("
                                + Decimal.rounded(shares[byImportance[count]], DIGITS) + ")"));
        Arrays.sort(kept);
        return table.withVariables(kept);
    }

    private static TrainingTable smooth(TrainingTable table, Consumer<String> report) {
        if (!table.categories().isEmpty()) {
            throw new ExperimentException(
                    "--denoise: the Gaussian process does not support categories; leave out --denoise or --category");
        }
        if (table.rows() > GaussianProcess.MOST_ROWS) {
            throw new ExperimentException("--denoise: takes at most " + GaussianProcess.MOST_ROWS + " rows; there are "
                    + table.rows() + "; give fewer rows, or leave it out");
        }
        GaussianProcess process = GaussianProcess.fit(table.columns(), table.values(), table.weights());
        double[] smoothed = process.smoothed();
        double squares = 0;
        double most = 0;
        for (int row = 0; row < smoothed.length; row++) {
            double change = smoothed[row] - table.values()[row];
            squares += change * change / smoothed.length;
            most = Math.max(most, Math.abs(change));
        }
        if (!Double.isFinite(squares)) {
            throw new ExperimentException("--denoise: column '" + table.target()
                    + "': its values are too large for a Gaussian process; give them in another unit");
        }
        report.accept("denoised " + table.target() + ": noise of standard deviation "
                + Decimal.rounded(process.noiseDeviation(), DIGITS) + " removed; values moved by "
                + Decimal.rounded(Math.sqrt(squares), DIGITS) + " (root mean square), at most "
                + Decimal.rounded(most, DIGITS) + "; the losses below refer to the smoothed target");
        double[] lengths = process.lengths();
        report.accept("length scales: "
                + IntStream.range(0, lengths.length)
                        .mapToObj(variable ->
                                table.variables().get(variable) + " " + Decimal.rounded(lengths[variable], DIGITS))
                        .collect(Collectors.joining(", ")));
        return table.withValues(smoothed);
    }
}
