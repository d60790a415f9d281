package org.spolia.jobs.right;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.spolia.experiment.ExperimentException;

/**
 * The rights of one run on the outputs of stages in a warehouse. A right belongs to one run at a time; the run may take
 * it again while it holds it.
 *
 * <p>In warehouses that are not local there are no rights: Delta refuses the second writer of a batch there.
 */
public final class Rights {
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String OUTPUTS = "output-";

    private final Optional<Path> warehouse;
    private final Notice notice;
    private final Map<String, LockedFile> held = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    private Rights(Optional<Path> warehouse, Notice notice) {
        this.warehouse = warehouse;
        this.notice = notice;
    }

    /** Receives a line when a stage waits for another process. */
    @FunctionalInterface
    public interface Notice {
        /** Ignores all lines. */
        Notice NONE = (stage, line) -> {};

        void waits(String stage, String line);
    }

    /**
     * Creates the rights of a run, which holds none yet.
     *
     * @param warehouse the folder of the warehouse; empty if it is not local
     */
    public static Rights in(Optional<Path> warehouse, Notice notice) {
        return new Rights(warehouse, notice);
    }

    /**
     * Takes the right on an output of a stage for a while. Waits for a run that will end.
     *
     * @param output the name of the output, which begins with the name of the stage
     * @throws ExperimentException if a run that continues until it is stopped holds it
     */
    public Right take(String stage, String output) {
        return take(stage, output, false, notice);
    }

    /** Takes the rights on what a stage writes about these subjects for a while, as {@link #take} does for one. */
    public Right takeAll(String stage, List<String> subjects) {
        List<Right> taken = new ArrayList<>();
        Right all = () -> taken.forEach(Right::close);
        try {
            // In one order, so that no two runs wait for each other.
            subjects.stream().distinct().sorted().forEach(subject -> taken.add(take(stage, stage + "-" + subject)));
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
        return all;
    }

    /**
     * Takes the right on an output of a stage until this run is stopped. Waits for a run that will end.
     *
     * @throws ExperimentException if a run that continues until it is stopped holds it
     */
    public Right keep(String stage, String output) {
        return take(stage, output, true, notice);
    }

    /** Takes a right that every run releases soon. */
    public Right takeBriefly(String output) {
        return take(output, output, false, Notice.NONE);
    }

    private Right take(String stage, String output, boolean continuous, Notice announced) {
        if (warehouse.isEmpty()) {
            return Right.NONE;
        }
        Path folder = warehouse.get();
        Optional<Holder> known = Optional.empty();
        while (!isTaken(folder, stage, output, continuous)) {
            Optional<Holder> holder = LockedFile.holder(file(folder, output));
            if (holder.filter(Holder::continuous).isPresent()) {
                throw new ExperimentException(
                        "Stage " + stage + " already runs in " + holder.get().description()
                                + ", and does this work itself; leave the stage out, or end that process");
            }
            if (holder.isPresent() && !holder.equals(known)) {
                announced.waits(stage, "waits for " + holder.get() + ", which runs " + stage + " in this warehouse");
                known = holder;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            if (Thread.interrupted()) {
                throw new IllegalStateException("Interrupted while stage " + stage + " waited for its output");
            }
        }
        return new Right() {
            private boolean closed;

            @Override
            public synchronized void close() {
                if (!closed) {
                    closed = true;
                    release(output);
                }
            }
        };
    }

    private synchronized boolean isTaken(Path folder, String stage, String output, boolean continuous) {
        if (!held.containsKey(output)) {
            try {
                Optional<LockedFile> file =
                        LockedFile.tryExclusive(file(folder, output), Holder.current(stage, continuous));
                if (file.isEmpty()) {
                    return false;
                }
                held.put(output, file.get());
            } catch (IOException e) {
                throw WarehouseUse.unwritable(folder, e);
            }
        }
        uses.merge(output, 1, Integer::sum);
        return true;
    }

    private synchronized void release(String output) {
        if (uses.merge(output, -1, Integer::sum) == 0) {
            Optional.ofNullable(held.remove(output)).ifPresent(LockedFile::release);
        }
    }

    /** The runs that hold rights in a warehouse at this moment. */
    public static List<Holder> ofWarehouse(Path warehouse) {
        return WarehouseUse.holders(warehouse, OUTPUTS + "*");
    }

    private static Path file(Path folder, String output) {
        return WarehouseUse.locks(folder).resolve(OUTPUTS + output);
    }
}
