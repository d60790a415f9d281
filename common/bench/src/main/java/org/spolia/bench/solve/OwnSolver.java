package org.spolia.bench.solve;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.DelimitedFormat;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.FitListener;
import org.spolia.experiment.fit.FitOptions;
import org.spolia.experiment.fit.FitRun;
import org.spolia.experiment.fit.VariableNames;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/** Runs {@code ./spolia fit} in this JVM, from the file of the rows to the files of the result. */
final class OwnSolver implements Solver {
    private final Variant variant;
    private final Budget budget;

    OwnSolver(Variant variant, Budget budget) {
        this.variant = variant;
        this.budget = budget;
    }

    @Override
    public String name() {
        return variant.contender();
    }

    @Override
    public Answer solve(Assignment assignment) {
        Instant start = Instant.now();
        try {
            return fit(assignment, start);
        } catch (ExperimentException e) {
            return Answer.failed(seconds(start), String.valueOf(e.getMessage()));
        }
    }

    private static double seconds(Instant start) {
        return Duration.between(start, Instant.now()).toNanos() / 1e9;
    }

    private Answer fit(Assignment assignment, Instant start) {
        TrainingTable table = TrainingTable.read(
                DelimitedFile.open(assignment.file(Split.TRAIN), DelimitedFormat.detected()),
                assignment.target(),
                List.of());
        FitOptions options = new FitOptions(
                variant.options(SearchOptions.of(
                        OperatorSet.of(Law.OPERATORS), budget.evaluations().orElse(Long.MAX_VALUE))),
                budget.ownTime(),
                Budget.THREADS,
                assignment.seed(),
                assignment.folder().resolve(name()),
                false,
                Sql.SPARK,
                Loss.SQUARE,
                OptionalDouble.empty(),
                List.of());
        Results results = new Results();
        new FitRun(table, options, results, start, InstantSource.system()).run();
        double seconds = seconds(start);
        SearchResult result = results.last();
        Candidate chosen = result.best();
        double front = IntStream.range(0, result.candidates().size())
                .filter(result::isOnFrontOrChosen)
                .mapToDouble(candidate ->
                        assignment.error(result.candidates().get(candidate).expression(), Split.OOD))
                .min()
                .orElseThrow();
        return new Answer(
                seconds,
                chosen.complexity(),
                chosen.expression().infix(assignment.variables()),
                assignment.error(chosen.expression(), Split.TEST),
                assignment.error(chosen.expression(), Split.OOD),
                front);
    }

    /** Keeps the result of the fit. */
    private static final class Results implements FitListener {
        private final List<SearchResult> finished = new ArrayList<>();

        SearchResult last() {
            return finished.get(finished.size() - 1);
        }

        @Override
        public void started(int rows, VariableNames names) {}

        @Override
        public void progressed(List<Candidate> front, double share, long evaluations, VariableNames names) {}

        @Override
        public void finished(SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables) {
            finished.add(result);
        }

        @Override
        public void interrupted(Path hallOfFame) {}
    }
}
