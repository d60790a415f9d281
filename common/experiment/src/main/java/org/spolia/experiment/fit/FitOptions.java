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
 * How a table is fitted.
 *
 * @param search operators, sizes and the budget in evaluations
 * @param time the wall time from the start of the process, if that is the budget; the result then depends on the machine
 * @param threads how many threads search; no influence on the result of a budget in evaluations
 * @param seed the seed of the search
 * @param output the folder for the files, made if absent
 * @param resume whether to go on from the state in the output folder
 * @param sql the dialect of {@code model.sql}
 * @param loss what residuals cost
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

    /** Least squares to the end of the budget, from no guess, with SQL for Spark. */
    public FitOptions(
            SearchOptions search, Optional<Duration> time, int threads, long seed, Path output, boolean resume) {
        this(search, time, threads, seed, output, resume, Sql.SPARK, Loss.SQUARE, OptionalDouble.empty(), List.of());
    }

    /** The same fit with its files in another folder. */
    FitOptions inFolder(Path folder, boolean resume) {
        return new FitOptions(search, time, threads, seed, folder, resume, sql, loss, earlyStop, guesses);
    }

    /** The same fit with another time. */
    FitOptions withTime(Optional<Duration> time) {
        return new FitOptions(search, time, threads, seed, output, resume, sql, loss, earlyStop, guesses);
    }

    /** The same fit by another search. */
    public FitOptions withSearch(SearchOptions search) {
        return new FitOptions(search, time, threads, seed, output, resume, sql, loss, earlyStop, guesses);
    }
}
