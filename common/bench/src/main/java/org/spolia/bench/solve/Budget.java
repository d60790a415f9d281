package org.spolia.bench.solve;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.spolia.bench.common.Options;

/**
 * The effort for one answer.
 *
 * @param time the time of each contender
 * @param evaluations the budget of our own engine in place of time, for results that do not depend on the machine
 */
record Budget(Duration time, OptionalLong evaluations) {
    static final int THREADS = 2;

    /** Reads the options {@code --seconds N} and {@code --evaluations N}. */
    static Budget of(Options options) {
        int evaluations = options.number("evaluations", 0);
        return new Budget(
                Duration.ofSeconds(options.number("seconds", 10)),
                evaluations == 0 ? OptionalLong.empty() : OptionalLong.of(evaluations));
    }

    /** The time of our own engine, if its budget is not in evaluations. */
    Optional<Duration> ownTime() {
        return evaluations.isPresent() ? Optional.empty() : Optional.of(time);
    }

    @Override
    public String toString() {
        return evaluations.isPresent() ? evaluations.getAsLong() + " evaluations" : time.toSeconds() + " s";
    }
}
