package org.spolia.jobs.cli.fit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.Accuracy;
import org.spolia.experiment.fit.ReadableForms;
import org.spolia.experiment.fit.VariableNames;
import org.spolia.jobs.cli.common.Terminal;
import org.spolia.symbolic.export.PlainText;
import org.spolia.symbolic.expression.Composition;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.readable.NamedConstant;
import org.spolia.symbolic.search.range.Coverage;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.HeldOut;

/**
 * The last lines of a fit: the selected equation, its error and the files.
 *
 * @param coverage where the selected model has values inside the training range
 * @param forms the models as people write them
 * @param squares whether the loss is the square of residuals, so that its root has the unit of the target
 * @param loss the loss in the notation of the command line
 */
record FitConclusion(
        PrintStream out,
        Terminal terminal,
        TrainingTable table,
        Accuracy accuracy,
        Coverage coverage,
        ReadableForms forms,
        boolean squares,
        String loss) {
    /** Significant digits of numbers on the screen. */
    static final int DIGITS = 5;

    private static final String INDENT = "         ";
    private static final int NAMES_IN_A_LINE = 8;

    void print(Candidate best, VariableNames names, Path hallOfFame) {
        String target = VariableNames.label(table.target());
        out.println("chosen   " + terminal.strong(target + " = " + text(best, names)));
        best.composition().ifPresent(composition -> structure(composition, names));
        named(best).ifPresent(text -> out.println("named    " + text));
        printError(target);
        if (used(best, names).isEmpty()) {
            out.println(INDENT + "a constant: no column was found to explain " + target);
        }
        range().ifPresent(text -> out.println("range    " + text));
        best.heldOut().ifPresent(held -> out.println("held out " + heldOut(held)));
        renamed(names, used(best, names)).ifPresent(text -> out.println("names    " + text + " in the files"));
        out.println("files    " + hallOfFame + " (the rows above); the chosen model in");
        out.println(INDENT + "model.json, model.tex, model.sql and Model.java next to it");
    }

    /** Returns the constants that are shown by name, with the difference from their values. */
    private Optional<String> named(Candidate best) {
        List<String> all = NamedConstant.of(best.expression(), forms.of(best)).stream()
                .filter(constant -> constant.difference() > 0)
                .map(constant -> Decimal.shortest(constant.value()) + " is "
                        + PlainText.asWritten(constant.name(), List.of())
                        + " up to a share of " + error(constant.difference()))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all));
    }

    /** Returns where the equation has values between the rows, unless that is proven. */
    private Optional<String> range() {
        String points = String.format(Locale.ROOT, "%,d", coverage.points());
        return switch (coverage.kind()) {
            case PROVEN -> Optional.empty();
            case CHECKED ->
                Optional.of("a finite value at all " + points + " points checked between the rows, but no proof");
            case GAPS ->
                Optional.of(String.format(
                        Locale.ROOT,
                        "no finite value at %,d of %s points between the rows",
                        coverage.undefined(),
                        points));
            case UNKNOWN -> Optional.of("not known whether it has a finite value everywhere between the rows");
        };
    }

    private void printError(String target) {
        if (!squares || !Double.isFinite(accuracy.rootMeanSquare())) {
            out.printf(
                    Locale.ROOT,
                    "error    %s ± %s (mean of %s over the rows ± its standard error)%n",
                    number(accuracy.loss()),
                    error(accuracy.lossError()),
                    loss);
            return;
        }
        out.printf(
                Locale.ROOT,
                "error    %s ± %s (root mean square ± its standard error)%s%n",
                number(accuracy.rootMeanSquare()),
                error(accuracy.rootMeanSquareError()),
                Double.isNaN(accuracy.largest()) ? "" : ", at most " + number(accuracy.largest()));
        out.printf(
                Locale.ROOT,
                INDENT + "%s %% of the standard deviation of %s (%s); R² %s%n",
                Decimal.rounded(100 * (accuracy.rootMeanSquare() / accuracy.spread()), 3),
                target,
                number(accuracy.spread()),
                determination(accuracy.determination()));
    }

    private static String determination(double share) {
        return Math.abs(share) < 1e-9 ? "0" : Decimal.rounded(share, share > 0.99 ? DIGITS : 3);
    }

    private String heldOut(HeldOut held) {
        if (!Double.isFinite(held.loss())) {
            return "no value at some held-out row";
        }
        if (!squares) {
            return number(held.loss()) + " ± " + error(held.standardError())
                    + " (mean loss on rows that a refit did not see)";
        }
        double root = Math.sqrt(held.loss());
        return number(root) + " ± " + error(root > 0 ? held.standardError() / (2 * root) : 0)
                + " (root mean square on rows that a refit did not see)";
    }

    private void structure(Composition composition, VariableNames names) {
        for (Composition.Part part : composition.parts()) {
            List<String> arguments = part.arguments().stream()
                    .map(argument -> names.names().contains(argument)
                            ? names.labels().get(names.names().indexOf(argument))
                            : argument)
                    .toList();
            out.println(INDENT + part.name() + "(" + String.join(", ", arguments) + ") = "
                    + PlainText.of(part.expression(), arguments, DIGITS));
        }
        List<String> parameters = composition.template().parameters();
        for (int parameter = 0; parameter < parameters.size(); parameter++) {
            double[] values = composition.values(parameter);
            String text = IntStream.range(0, values.length)
                    .mapToObj(category -> number(values[category]) + " for "
                            + table.categories().labels().get(category))
                    .collect(Collectors.joining(", "));
            out.println(INDENT + parameters.get(parameter) + " = " + terminal.fit(text, 20));
        }
    }

    private static List<String> used(Candidate candidate, VariableNames names) {
        return IntStream.range(0, candidate.expression().size())
                .filter(node -> candidate.expression().opcode(node) == Opcode.VARIABLE)
                .mapToObj(node -> names.names().get(candidate.expression().argument(node)))
                .toList();
    }

    /** The columns that these names refer to, if their names differ. */
    static Optional<String> renamed(VariableNames names, List<String> shown) {
        List<String> all = IntStream.range(0, names.names().size())
                .filter(i -> shown.contains(names.names().get(i)))
                .filter(i -> !names.names().get(i).equals(names.columns().get(i)))
                .mapToObj(i -> names.names().get(i) + " = " + names.labels().get(i))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String head = String.join(", ", all.subList(0, Math.min(NAMES_IN_A_LINE, all.size())));
        return Optional.of(
                all.size() > NAMES_IN_A_LINE
                        ? head + ", … (" + (all.size() - NAMES_IN_A_LINE) + " more in variables.csv)"
                        : head);
    }

    /** Returns a model in its readable form. */
    String text(Candidate candidate, VariableNames names) {
        return PlainText.asWritten(forms.of(candidate), names.labels(), DIGITS);
    }

    static String text(Expression expression, VariableNames names) {
        return PlainText.of(expression, names.labels(), DIGITS);
    }

    static String number(double value) {
        return Decimal.rounded(value, DIGITS);
    }

    /** A standard error has two digits. */
    static String error(double value) {
        return Decimal.rounded(value, 2);
    }
}
