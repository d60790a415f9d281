package org.spolia.jobs.cli.fit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.Accuracy;
import org.spolia.experiment.fit.FitListener;
import org.spolia.experiment.fit.FitOptions;
import org.spolia.experiment.fit.ReadableForms;
import org.spolia.experiment.fit.VariableNames;
import org.spolia.jobs.cli.common.Terminal;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.VectorSupport;
import org.spolia.symbolic.search.range.Coverage;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/**
 * Shows a fit: a front that is redrawn in place on a terminal, otherwise a line whenever the best equation changes; at
 * the end the selected equation.
 */
final class FitDisplay implements FitListener {
    private static final String CLEAR_BELOW = "\033[J";
    private static final int LIVE_ROWS = 18;

    private final PrintStream out;
    private final Terminal terminal;
    private final FitOptions options;
    private final String workers;
    private final String loss;
    private int drawn;
    private String lastEquation = "";
    private @Nullable FitConclusion conclusion;

    private FitDisplay(PrintStream out, Terminal terminal, FitOptions options, String workers, String loss) {
        this.out = out;
        this.terminal = terminal;
        this.options = options;
        this.workers = workers;
        this.loss = loss;
    }

    /**
     * Creates a display on standard output.
     *
     * @param workers what the search runs on, such as 2 threads
     * @param loss the loss in the notation of the command line
     */
    static FitDisplay create(FitOptions options, String workers, String loss) {
        return new FitDisplay(System.out, Terminal.detect(), options, workers, loss);
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
        int bits = VectorSupport.bits();
        out.println(terminal.faint(String.format(
                Locale.ROOT,
                "JDK %d · %s · %s · %d rows × %d variable%s · seed %d",
                Runtime.version().feature(),
                bits > 0 ? bits + "-bit vectors" : "no vectors",
                workers,
                rows,
                names.columns().size(),
                names.columns().size() == 1 ? "" : "s",
                options.seed())));
        FitConclusion.renamed(names, names.names())
                .ifPresent(text -> out.println("names in the files, in --guesses and in --template: " + text));
    }

    @Override
    public void progressed(List<Candidate> front, double share, long evaluations, VariableNames names) {
        if (terminal.interactive()) {
            erase();
            out.printf(Locale.ROOT, "%3.0f %% · %,d evaluations%n", 100 * share, evaluations);
            drawn = 1 + table(shortened(front), -1, candidate -> FitConclusion.text(candidate.expression(), names));
            out.flush();
            return;
        }
        Candidate best = front.get(front.size() - 1);
        String equation = FitConclusion.text(best.expression(), names);
        if (!equation.equals(lastEquation)) {
            lastEquation = equation;
            out.printf(
                    Locale.ROOT,
                    "%3.0f %%  complexity %d  loss %s  %s%n",
                    100 * share,
                    best.complexity(),
                    FitConclusion.number(best.loss()),
                    equation);
        }
    }

    /**
     * The part of a front that fits on a small terminal, where scrolled lines cannot be redrawn: the steps that reduce
     * the loss most, and the last one.
     */
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

    private int table(List<Candidate> front, int selected, Function<Candidate, String> texts) {
        boolean heldOut =
                front.stream().anyMatch(candidate -> candidate.heldOut().isPresent());
        out.println(
                terminal.faint("  complexity         loss" + (heldOut ? "     held out        ±" : "") + "  equation"));
        for (int i = 0; i < front.size(); i++) {
            Candidate candidate = front.get(i);
            String line = String.format(
                    Locale.ROOT,
                    "%s %10d %12s%s  %s",
                    i == selected ? ">" : " ",
                    candidate.complexity(),
                    FitConclusion.number(candidate.loss()),
                    heldOut ? heldOut(candidate) : "",
                    terminal.fit(texts.apply(candidate), heldOut ? 49 : 27));
            out.println(i == selected ? terminal.strong(line) : line);
        }
        return 1 + front.size();
    }

    private static String heldOut(Candidate candidate) {
        return candidate
                .heldOut()
                .filter(held -> Double.isFinite(held.loss()))
                .map(held -> String.format(
                        Locale.ROOT,
                        " %12s %8s",
                        FitConclusion.number(held.loss()),
                        FitConclusion.error(held.standardError())))
                .orElse(candidate.heldOut().isPresent() ? "     no value         " : "                      ");
    }

    /** Kept for the end, where readers look for it. */
    @Override
    public void measured(TrainingTable table, Accuracy accuracy, Coverage coverage, ReadableForms forms) {
        conclusion = new FitConclusion(
                out, terminal, table, accuracy, coverage, forms, options.loss().equals(Loss.SQUARE), loss);
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
        FitConclusion end = Objects.requireNonNull(conclusion);
        table(shown, shown.indexOf(best), candidate -> end.text(candidate, names));
        out.println(terminal.faint(String.format(
                Locale.ROOT, "%,d evaluations, %,d expressions", result.evaluations(), result.expressions())));
        FailureLines.of(result.failures()).forEach(out::println);
        if (result.relative()) {
            out.println(
                    "losses are shares of the variance of the target, because its square exceeds the range of numbers");
        }
        out.println();
        end.print(best, names, hallOfFame);
    }

    @Override
    public void interrupted(Path hallOfFame) {
        out.println("interrupted; the front so far: " + hallOfFame);
        out.println("to continue, run the same command with --resume " + options.output() + " instead of --output");
    }
}
