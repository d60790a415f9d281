package org.spolia.jobs.pipeline;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.Warehouse;

/** Work that appends rows batch by batch. */
public final class RowWork implements Work {
    private final Warehouse warehouse;
    private final List<RowStage> rows;
    private final String idle;
    /** Called before the work; what it returns is called after it. */
    private final Supplier<Supplier<String>> outcome;

    private final BooleanSupplier afterwards;

    private RowWork(
            Warehouse warehouse,
            List<RowStage> rows,
            String idle,
            Supplier<Supplier<String>> outcome,
            BooleanSupplier afterwards) {
        this.warehouse = warehouse;
        this.rows = List.copyOf(rows);
        this.idle = idle;
        this.outcome = outcome;
        this.afterwards = afterwards;
    }

    /**
     * Creates work on these streams.
     *
     * @param idle the message if there was nothing to do
     */
    public static RowWork of(Warehouse warehouse, List<RowStage> rows, String idle) {
        return new RowWork(warehouse, rows, idle, () -> () -> "", () -> false);
    }

    /** Returns this work with a message about its outcome. */
    public RowWork reporting(Supplier<String> newOutcome) {
        return new RowWork(warehouse, rows, idle, () -> newOutcome, afterwards);
    }

    /**
     * Returns this work with a message about the rows that it adds.
     *
     * @param count counts the rows that exist
     */
    public RowWork reportingAdded(LongSupplier count, LongFunction<String> message) {
        Supplier<Supplier<String>> added = () -> {
            long before = count.getAsLong();
            return () -> message.apply(count.getAsLong() - before);
        };
        return new RowWork(warehouse, rows, idle, added, afterwards);
    }

    /** Returns this work with a step after the last batch, which returns whether it had anything to do. */
    public RowWork then(BooleanSupplier step) {
        return new RowWork(warehouse, rows, idle, outcome, step);
    }

    @Override
    public void run(StageListener listener) {
        Supplier<String> message = outcome.get();
        boolean worked = false;
        for (RowStage stream : rows) {
            worked |= stream.runOnce(warehouse, listener);
        }
        worked |= afterwards.getAsBoolean();
        String line = worked ? message.get() : idle;
        if (!line.isEmpty()) {
            listener.report(line);
        }
    }

    @Override
    public List<RowStage> rows() {
        return rows;
    }
}
