package org.spolia.symbolic.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spolia.symbolic.search.result.Failure;
import org.spolia.symbolic.search.result.Strategy;

/**
 * Counts the steps of a search that threw, by kind. A step is one proposal, one event of an island, or one model. The
 * next step overwrites everything that a failed step leaves behind, so the results without it depend on the same inputs
 * as ever. Not thread-safe.
 */
public final class Failures {
    private static final System.Logger LOGGER = System.getLogger(Failures.class.getName());

    private record Kind(long count, Throwable first) {}

    /** A failure in another process. */
    private static final class Elsewhere extends RuntimeException {
        Elsewhere(String description) {
            super(description, null, false, false);
        }
    }

    /** No text of {@link StateWriter#writeUTF} is longer than 65 535 bytes. */
    private static final int LONGEST_DESCRIPTION = 10_000;

    private final boolean logs;
    private final Map<Strategy, Map<String, Kind>> kinds = new EnumMap<>(Strategy.class);

    private Failures(boolean logs) {
        this.logs = logs;
    }

    /** Creates the counter of a task, which another counter {@linkplain #take takes over}. */
    static Failures ofTask() {
        return new Failures(false);
    }

    /** Creates the counter of a search, which logs the first failure of each kind. */
    public static Failures logged() {
        return new Failures(true);
    }

    /** Runs a step and returns whether it completed. Running out of memory is not treated as a failure of a step. */
    boolean isolate(Strategy strategy, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            add(strategy, e);
            return false;
        }
    }

    void add(Strategy strategy, Throwable failure) {
        add(strategy, failure.getClass().getSimpleName(), new Kind(1, failure));
    }

    private void add(Strategy strategy, String exception, Kind more) {
        Map<String, Kind> byName = kinds.computeIfAbsent(strategy, any -> new TreeMap<>());
        if (logs && !byName.containsKey(exception)) {
            log(strategy, more.first);
        }
        byName.merge(exception, more, (old, next) -> new Kind(old.count + next.count, old.first));
    }

    /** Adds the counts of another counter. */
    void take(Failures more) {
        more.kinds.forEach((strategy, byName) -> byName.forEach((exception, kind) -> add(strategy, exception, kind)));
    }

    /** Restores a count from a saved search, which was logged before the save. */
    void restore(Failure failure) {
        Throwable past = new IllegalStateException("before the search was saved");
        kinds.computeIfAbsent(failure.strategy(), any -> new TreeMap<>())
                .put(failure.exception(), new Kind(failure.count(), past));
    }

    /** Writes the counts, with the first failure of each kind as text. */
    void write(StateWriter out) throws IOException {
        out.writeInt(kinds.values().stream().mapToInt(Map::size).sum());
        for (Map.Entry<Strategy, Map<String, Kind>> ofStrategy : kinds.entrySet()) {
            for (Map.Entry<String, Kind> byName : ofStrategy.getValue().entrySet()) {
                out.writeUTF(ofStrategy.getKey().name());
                out.writeUTF(byName.getKey());
                out.writeLong(byName.getValue().count);
                String description = description(byName.getValue().first);
                out.writeUTF(description.substring(0, Math.min(LONGEST_DESCRIPTION, description.length())));
            }
        }
    }

    void read(StateReader in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Strategy strategy = Strategy.valueOf(in.readUTF());
            String exception = in.readUTF();
            add(strategy, exception, new Kind(in.readLong(), new Elsewhere(in.readUTF())));
        }
    }

    private static String description(Throwable failure) {
        if (failure instanceof Elsewhere) {
            return String.valueOf(failure.getMessage());
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return failure + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static void log(Strategy strategy, Throwable failure) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                "A step of the search failed and is left out ({0}): {1}",
                strategy,
                description(failure));
        LOGGER.log(System.Logger.Level.DEBUG, "The step that failed", failure);
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** Returns the failures by strategy and name. */
    List<Failure> list() {
        List<Failure> list = new ArrayList<>();
        kinds.forEach((strategy, byName) ->
                byName.forEach((exception, kind) -> list.add(new Failure(strategy, exception, kind.count))));
        return list;
    }
}
