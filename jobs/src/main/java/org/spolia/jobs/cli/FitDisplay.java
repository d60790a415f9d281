package org.spolia.jobs.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spolia.experiment.fit.FitListener;
import org.spolia.experiment.fit.FitOptions;
import org.spolia.experiment.fit.VariableNames;
import org.spolia.symbolic.evaluation.Vectors;
import org.spolia.symbolic.expression.Composition;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.search.Candidate;
import org.spolia.symbolic.search.SearchResult;

/** Shows a fit: a front that is redrawn in place on a terminal, else a line whenever the best equation changes. */
final class FitDisplay implements FitListener {
    private static final String CLEAR_BELOW = "\033[J";
    private static final int DIGITS = 5;

    private final PrintStream out;
    private final Terminal terminal;
    private final FitOptions options;
    private int drawn;
    private String lastEquation = "";

    private FitDisplay(PrintStream out, Terminal terminal, FitOptions options) {
        this.out = out;
        this.terminal = terminal;
        this.options = options;
    }

    static FitDisplay create(FitOptions options) {
        return new FitDisplay(System.out, Terminal.detect(), options);
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
        out.printf(
                Locale.ROOT,
                "JDK %d · %s · %d thread%s · %d rows × %d variable%s · seed %d%n",
                Runtime.version().feature(),
                bits > 0 ? bits + "-bit vectors" : "no vectors",
                options.threads(),
                options.threads() == 1 ? "" : "s",
                rows,
                names.columns().size(),
                names.columns().size() == 1 ? "" : "s",
                options.seed());
    }

    @Override
    public void progressed(List<Candidate> front, double share, long evaluations, VariableNames names) {
        if (terminal.interactive()) {
            erase();
            out.printf(Locale.ROOT, "%3.0f %% · %,d evaluations%n", 100 * share, evaluations);
            drawn = 1 + table(front, -1, names);
            out.flush();
            return;
        }
        Candidate best = front.get(front.size() - 1);
        String equation = best.expression().infix(names.names());
        if (!equation.equals(lastEquation)) {
            lastEquation = equation;
            out.printf(Locale.ROOT, "%3.0f %%  loss %.4g  %s%n", 100 * share, best.loss(), terminal.fit(equation, 20));
        }
    }

    private void erase() {
        if (drawn > 0) {
            out.print("\033[" + drawn + "A" + CLEAR_BELOW);
        }
    }

    private int table(List<Candidate> front, int selected, VariableNames names) {
        boolean heldOut =
                front.stream().anyMatch(candidate -> candidate.heldOut().isPresent());
        out.println("  complexity         loss" + (heldOut ? "     held out       +-" : "") + "  equation");
        for (int i = 0; i < front.size(); i++) {
            Candidate candidate = front.get(i);
            out.printf(
                    Locale.ROOT,
                    "%s %10d %12.5g%s  %s%n",
                    i == selected ? ">" : " ",
                    candidate.complexity(),
                    candidate.loss(),
                    heldOut ? heldOut(candidate) : "",
                    terminal.fit(candidate.expression().infix(names.names()), heldOut ? 49 : 27));
        }
        return 1 + front.size();
    }

    private static String heldOut(Candidate candidate) {
        return candidate
                .heldOut()
                .filter(held -> Double.isFinite(held.loss()))
                .map(held -> String.format(Locale.ROOT, " %12.5g %8.2g", held.loss(), held.standardError()))
                .orElse(candidate.heldOut().isPresent() ? "     no value         " : "                      ");
    }

    @Override
    public void finished(SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables) {
        if (terminal.interactive()) {
            erase();
        }
        List<Candidate> front =
                result.candidates().stream().filter(Candidate::pareto).toList();
        table(front, front.indexOf(result.best()), names);
        result.best()
                .composition()
                .ifPresent(composition -> composition.parts().forEach(part -> out.println("  " + part.text())));
        result.best().composition().ifPresent(this::parameters);
        out.printf(
                Locale.ROOT,
                "%,d evaluations, %,d expressions. The selected model is marked >.%n",
                result.evaluations(),
                result.expressions());
        out.println(
                "written: " + hallOfFame + "; beside it the model as model.json, model.tex, model.sql and Model.java");
        FailureLines.of(result.failures()).forEach(out::println);
        if (result.relative()) {
            out.println("losses are shares of the variance of the target: its square is beyond the range of numbers");
        }
        variables.ifPresent(file -> out.println("some columns are renamed in equations: " + file));
    }

    private void parameters(Composition composition) {
        List<String> names = composition.template().parameters();
        for (int parameter = 0; parameter < names.size(); parameter++) {
            out.println("  " + names.get(parameter) + " = "
                    + terminal.fit(
                            Arrays.stream(composition.values(parameter))
                                    .mapToObj(value -> Decimal.rounded(value, DIGITS))
                                    .collect(Collectors.joining(", ")),
                            20));
        }
        if (!names.isEmpty()) {
            out.println("  by category, in their order; parameters.csv has the table");
        }
    }

    @Override
    public void interrupted(Path hallOfFame) {
        out.println("interrupted; the front so far: " + hallOfFame);
        out.println("go on with the same command and --resume " + options.output() + " in place of --output");
    }
}
