package org.spolia.jobs.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.Accuracy;
import org.spolia.experiment.fit.FitListener;
import org.spolia.experiment.fit.FitOptions;
import org.spolia.experiment.fit.VariableNames;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Vectors;
import org.spolia.symbolic.export.PlainText;
import org.spolia.symbolic.expression.Composition;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.search.Candidate;
import org.spolia.symbolic.search.SearchResult;

/** Shows a fit: a front that is redrawn in place on a terminal, else a line whenever the best equation changes; at the end the chosen model. */
final class FitDisplay implements FitListener {
    private static final String CLEAR_BELOW = "\033[J";
    private static final int DIGITS = 5;
    private static final int NAMES_IN_A_LINE = 8;
    private static final int LIVE_ROWS = 18;

    private final PrintStream out;
    private final Terminal terminal;
    private final FitOptions options;
    private final String loss;
    private int drawn;
    private String lastEquation = "";
    private List<String> conclusion = List.of();
    private List<String> categories = List.of();

    private FitDisplay(PrintStream out, Terminal terminal, FitOptions options, String loss) {
        this.out = out;
        this.terminal = terminal;
        this.options = options;
        this.loss = loss;
    }

    /**
     * A display on standard output.
     *
     * @param loss what residuals cost, as the command line says it
     */
    static FitDisplay create(FitOptions options, String loss) {
        return new FitDisplay(System.out, Terminal.detect(), options, loss);
    }

    @Override
    public void turned(String target, int number, int count) {
        drawn = 0;
        lastEquation = "";
        out.printf(
                Locale.ROOT,
                "%starget %d of %d: %s%n",
                number == 1 ? "" : System.lineSeparator(),
                number,
                count,
                target);
    }

    @Override
    public void started(int rows, VariableNames names) {
        int bits = Vectors.bits();
        out.println(terminal.faint(String.format(
                Locale.ROOT,
                "JDK %d · %s · %d thread%s · %d rows × %d variable%s · seed %d",
                Runtime.version().feature(),
                bits > 0 ? bits + "-bit vectors" : "no vectors",
                options.threads(),
                options.threads() == 1 ? "" : "s",
                rows,
                names.columns().size(),
                names.columns().size() == 1 ? "" : "s",
                options.seed())));
        renamed(names, names.names())
                .ifPresent(text -> out.println("names in the files, in --guesses and in --template: " + text));
    }

    /** Which columns these names stand for, where they have others. */
    private static Optional<String> renamed(VariableNames names, List<String> shown) {
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

    @Override
    public void progressed(List<Candidate> front, double share, long evaluations, VariableNames names) {
        if (terminal.interactive()) {
            erase();
            out.printf(Locale.ROOT, "%3.0f %% · %,d evaluations%n", 100 * share, evaluations);
            drawn = 1 + table(shortened(front), -1, names);
            out.flush();
            return;
        }
        Candidate best = front.get(front.size() - 1);
        String equation = text(best, names);
        if (!equation.equals(lastEquation)) {
            lastEquation = equation;
            out.printf(
                    Locale.ROOT,
                    "%3.0f %%  complexity %d  loss %s  %s%n",
                    100 * share,
                    best.complexity(),
                    number(best.loss()),
                    equation);
        }
    }

    /** What fits on a small terminal, above which nothing can be drawn again: the steps that lower the loss most, and the last one. */
    private static List<Candidate> shortened(List<Candidate> front) {
        if (front.size() <= LIVE_ROWS) {
            return front;
        }
        List<Integer> steps = IntStream.range(1, front.size() - 1)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> front.get(i).loss() / front.get(i - 1).loss()))
                .limit(LIVE_ROWS - 2)
                .toList();
        return IntStream.range(0, front.size())
                .filter(i -> i == 0 || i == front.size() - 1 || steps.contains(i))
                .mapToObj(front::get)
                .toList();
    }

    private void erase() {
        if (drawn > 0) {
            out.print("\033[" + drawn + "A" + CLEAR_BELOW);
        }
    }

    private static String text(Candidate candidate, VariableNames names) {
        return PlainText.of(candidate.expression(), names.labels(), DIGITS);
    }

    private static String number(double value) {
        return Decimal.rounded(value, DIGITS);
    }

    private static String error(double value) {
        return Decimal.rounded(value, 2);
    }

    private int table(List<Candidate> front, int selected, VariableNames names) {
        boolean heldOut =
                front.stream().anyMatch(candidate -> candidate.heldOut().isPresent());
        out.println(
                terminal.faint("  complexity         loss" + (heldOut ? "     held out       +-" : "") + "  equation"));
        for (int i = 0; i < front.size(); i++) {
            Candidate candidate = front.get(i);
            String line = String.format(
                    Locale.ROOT,
                    "%s %10d %12s%s  %s",
                    i == selected ? ">" : " ",
                    candidate.complexity(),
                    number(candidate.loss()),
                    heldOut ? heldOut(candidate) : "",
                    terminal.fit(text(candidate, names), heldOut ? 49 : 27));
            out.println(i == selected ? terminal.strong(line) : line);
        }
        return 1 + front.size();
    }

    private static String heldOut(Candidate candidate) {
        return candidate
                .heldOut()
                .filter(held -> Double.isFinite(held.loss()))
                .map(held -> String.format(Locale.ROOT, " %12s %8s", number(held.loss()), error(held.standardError())))
                .orElse(candidate.heldOut().isPresent() ? "     no value         " : "                      ");
    }

    /** Kept for the end, where it is what the reader came for. */
    @Override
    public void measured(TrainingTable table, Accuracy accuracy) {
        String target = VariableNames.label(table.target());
        categories = table.categories().labels();
        boolean squares = options.loss().equals(Loss.SQUARE);
        List<String> lines = new ArrayList<>(List.of(target));
        if (squares && Double.isFinite(accuracy.rootMeanSquare())) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s ± %s (root mean square ± its standard error), at most %s",
                    number(accuracy.rootMeanSquare()),
                    error(accuracy.rootMeanSquareError()),
                    number(accuracy.largest())));
            double share = accuracy.rootMeanSquare() / accuracy.spread();
            lines.add(String.format(
                    Locale.ROOT,
                    "%s %% of the standard deviation of %s (%s); R² %s",
                    Decimal.rounded(100 * share, 3),
                    target,
                    number(accuracy.spread()),
                    determination(accuracy.determination())));
        } else {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s ± %s (mean of %s over the rows ± its standard error)",
                    number(accuracy.loss()),
                    error(accuracy.lossError()),
                    loss));
        }
        conclusion = lines;
    }

    private static String determination(double share) {
        return Math.abs(share) < 1e-9 ? "0" : Decimal.rounded(share, share > 0.99 ? DIGITS : 3);
    }

    @Override
    public void finished(SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables) {
        if (terminal.interactive()) {
            erase();
        }
        List<Candidate> shown = IntStream.range(0, result.candidates().size())
                .filter(result::isOnFrontOrChosen)
                .mapToObj(result.candidates()::get)
                .toList();
        Candidate best = result.best();
        table(shown, shown.indexOf(best), names);
        out.println(terminal.faint(String.format(
                Locale.ROOT, "%,d evaluations, %,d expressions", result.evaluations(), result.expressions())));
        FailureLines.of(result.failures()).forEach(out::println);
        if (result.relative()) {
            out.println("losses are shares of the variance of the target: its square is beyond the range of numbers");
        }
        out.println();
        out.println("chosen   " + terminal.strong(conclusion.get(0) + " = " + text(best, names)));
        best.composition().ifPresent(composition -> structure(composition, names));
        for (int i = 1; i < conclusion.size(); i++) {
            out.println((i == 1 ? "error    " : "         ") + conclusion.get(i));
        }
        if (used(best, names).isEmpty()) {
            out.println("         a constant: no column was found to explain " + conclusion.get(0));
        }
        best.heldOut().ifPresent(held -> out.println("held out " + heldOut(held.loss(), held.standardError())));
        renamed(names, used(best, names)).ifPresent(text -> out.println("names    " + text + " in the files"));
        out.println("files    " + hallOfFame + " (the rows above); the chosen model in");
        out.println("         model.json, model.tex, model.sql and Model.java beside it");
    }

    private static List<String> used(Candidate candidate, VariableNames names) {
        return IntStream.range(0, candidate.expression().size())
                .filter(node -> candidate.expression().opcode(node) == Opcode.VARIABLE)
                .mapToObj(node -> names.names().get(candidate.expression().argument(node)))
                .toList();
    }

    private String heldOut(double mean, double standardError) {
        if (!Double.isFinite(mean)) {
            return "no value at some row that was held out";
        }
        if (!options.loss().equals(Loss.SQUARE)) {
            return number(mean) + " ± " + error(standardError) + " (mean loss on rows that a refit did not see)";
        }
        double root = Math.sqrt(mean);
        return number(root) + " ± " + error(root > 0 ? standardError / (2 * root) : 0)
                + " (root mean square on rows that a refit did not see)";
    }

    private void structure(Composition composition, VariableNames names) {
        for (Composition.Part part : composition.parts()) {
            List<String> arguments = part.arguments().stream()
                    .map(argument -> names.names().contains(argument)
                            ? names.labels().get(names.names().indexOf(argument))
                            : argument)
                    .toList();
            out.println("         " + part.name() + "(" + String.join(", ", arguments) + ") = "
                    + PlainText.of(part.expression(), arguments, DIGITS));
        }
        List<String> parameters = composition.template().parameters();
        for (int parameter = 0; parameter < parameters.size(); parameter++) {
            double[] values = composition.values(parameter);
            String text = IntStream.range(0, values.length)
                    .mapToObj(category -> number(values[category]) + " for " + categories.get(category))
                    .collect(Collectors.joining(", "));
            out.println("         " + parameters.get(parameter) + " = " + terminal.fit(text, 20));
        }
    }

    @Override
    public void interrupted(Path hallOfFame) {
        out.println("interrupted; the front so far: " + hallOfFame);
        out.println("go on with the same command and --resume " + options.output() + " in place of --output");
    }
}
