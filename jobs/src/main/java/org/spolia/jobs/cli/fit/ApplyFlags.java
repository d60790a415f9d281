package org.spolia.jobs.cli.fit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.SpreadsheetText;
import org.spolia.experiment.fit.SavedFit;
import org.spolia.experiment.fit.SavedOutputs;
import org.spolia.symbolic.expression.Decimal;
import picocli.CommandLine.Option;

/** The options of {@code fit} that predict with the models of an earlier fit. */
final class ApplyFlags {
    @Option(
            names = "--apply",
            paramLabel = "DIR",
            description =
                    "predict the target for the rows of DATA with the model of an earlier fit, given its output folder;"
                            + " for all targets if there are several")
    private @Nullable Path apply;

    @Option(
            names = "--complexity",
            paramLabel = "N",
            description = "with --apply: the model of this complexity instead of the selected one")
    private @Nullable Integer complexity;

    /** The folder of the models, if the option is given. */
    Optional<Path> folder() {
        return Optional.ofNullable(apply);
    }

    /** Prints one line for each row with a cell for each target, which is empty if the model has no value. */
    void predict(DataFlags data, PrintStream out) {
        List<SavedFit> fits = SavedOutputs.fits(folder().orElseThrow());
        DelimitedFile file = data.delimited(
                apply + "/model.sql is the model as an expression of Spark SQL, to use in a query" + " over it");
        OptionalInt chosen = complexity == null ? OptionalInt.empty() : OptionalInt.of(complexity);
        List<double[]> values =
                fits.stream().map(fit -> fit.predict(file, chosen)).toList();
        StringBuilder text = new StringBuilder();
        text.append(
                fits.stream().map(SavedFit::target).map(SpreadsheetText::cell).collect(Collectors.joining(",")));
        text.append('\n');
        for (int row = 0; row < values.get(0).length; row++) {
            int at = row;
            text.append(values.stream().map(column -> cell(column[at])).collect(Collectors.joining(",")));
            text.append('\n');
        }
        out.print(text);
    }

    private static String cell(double value) {
        return Double.isFinite(value) ? Decimal.shortest(value) : "";
    }
}
