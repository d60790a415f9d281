package org.spolia.experiment.fit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.search.options.SearchOptions;

/**
 * The options of the fit of a table.
 *
 * @param search operators, sizes and the budget in evaluations
 * @param time the wall time from the start of the process, if that is the budget; the result then depends on the
 * machine
 * @param threads the number of search threads, which does not affect the result of a budget in evaluations
 * @param seed the seed of the search
 * @param output the folder for the files, created if absent
 * @param resume whether to continue from the state in the output folder
 * @param sql the dialect of {@code model.sql}
 * @param loss the loss of residuals
 * @param earlyStop a loss at which the search ends, if there is one
 * @param guesses equations to start from, in the names of {@link VariableNames}
 */
public record FitOptions(
        SearchOptions search,
        Optional<Duration> time,
        int threads,
        long seed,
        Path output,
        boolean resume,
        Sql sql,
        Loss loss,
        OptionalDouble earlyStop,
        List<String> guesses) {
    public FitOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1: " + threads);
        }
        guesses = List.copyOf(guesses);
        for (Operator operator : search.operators().operators()) {
            if (!sql.has(operator)) {
                throw new IllegalArgumentException("operator '" + operator + "' has no portable SQL");
            }
        }
    }

    /** Least squares to the end of the budget, without guesses, with SQL for Spark. */
    public FitOptions(
            SearchOptions search, Optional<Duration> time, int threads, long seed, Path output, boolean resume) {
        this(search, time, threads, seed, output, resume, Sql.SPARK, Loss.SQUARE, OptionalDouble.empty(), List.of());
    }

    /** Returns the same options with another folder for the files. */
    FitOptions inFolder(Path folder, boolean resume) {
        return new FitOptions(search, time, threads, seed, folder, resume, sql, loss, earlyStop, guesses);
    }

    /** Returns the same options with another time. */
    FitOptions withTime(Optional<Duration> time) {
        return new FitOptions(search, time, threads, seed, output, resume, sql, loss, earlyStop, guesses);
    }

    /** Returns the same options with another search. */
    public FitOptions withSearch(SearchOptions search) {
        return new FitOptions(search, time, threads, seed, output, resume, sql, loss, earlyStop, guesses);
    }
}
