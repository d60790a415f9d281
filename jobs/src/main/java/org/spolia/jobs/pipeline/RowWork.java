package org.spolia.jobs.pipeline;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.Warehouse;

/** Work that appends rows batch by batch. */
public final class RowWork implements Work {
    private final Warehouse warehouse;
    private final List<RowStage> rows;
    private final String idle;
    private final Supplier<String> outcome;
    private final BooleanSupplier afterwards;

    private RowWork(
            Warehouse warehouse,
            List<RowStage> rows,
            String idle,
            Supplier<String> outcome,
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
        return new RowWork(warehouse, rows, idle, () -> "", () -> false);
    }

    /** Returns this work with a message about its outcome. */
    public RowWork reporting(Supplier<String> newOutcome) {
        return new RowWork(warehouse, rows, idle, newOutcome, afterwards);
    }

    /** Returns this work with a step after the last batch, which returns whether it had anything to do. */
    public RowWork then(BooleanSupplier step) {
        return new RowWork(warehouse, rows, idle, outcome, step);
    }

    @Override
    public void run(StageListener listener) {
        boolean worked = false;
        for (RowStage stream : rows) {
            worked |= stream.runOnce(warehouse, listener);
        }
        worked |= afterwards.getAsBoolean();
        String message = worked ? outcome.get() : idle;
        if (!message.isEmpty()) {
            listener.report(message);
        }
    }

    @Override
    public List<RowStage> rows() {
        return rows;
    }
}
