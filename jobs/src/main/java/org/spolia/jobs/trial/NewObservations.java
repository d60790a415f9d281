package org.spolia.jobs.trial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spolia.experiment.planning.ObservationBlocks;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.row.Observation;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Warehouse;

/**
 * The data sets of a plan that the table lacks. All blocks of a data set share a commit, so a data set is complete when
 * its first block exists.
 */
final class NewObservations {
    // The size of the data sets that share a commit: far below the memory of a driver, far above the cost of a small
    // file.
    private static final long BYTES_PER_COMMIT = 32L << 20;

    private static final long UNKNOWN = -2;

    private final Warehouse warehouse;
    private final Plan plan;
    private final Set<String> left;

    /** The version of the table that has none of the data sets that are left. */
    private long known = UNKNOWN;

    private NewObservations(Warehouse warehouse, Plan plan) {
        this.warehouse = warehouse;
        this.plan = plan;
        this.left = new LinkedHashSet<>(plan.datasetIds());
    }

    static NewObservations of(Warehouse warehouse, Plan plan) {
        return new NewObservations(warehouse, plan);
    }

    void append() {
        List<Observation> appended = warehouse.appendChosen(Table.OBSERVATIONS, this::next);
        while (!appended.isEmpty()) {
            appended.forEach(block -> left.remove(block.datasetId()));
            // Delta refuses the commit if another one came between.
            known++;
            appended = warehouse.appendChosen(Table.OBSERVATIONS, this::next);
        }
    }

    private List<Observation> next(TableState seen) {
        if (left.isEmpty()) {
            return List.of();
        }
        if (seen.version() != known) {
            left.removeAll(warehouse.present(Table.OBSERVATIONS, "dataset_id", left));
            known = seen.version();
        }
        List<Observation> blocks = new ArrayList<>();
        long bytes = 0;
        for (String id : left) {
            bytes += plan.bytes(id);
            if (bytes > BYTES_PER_COMMIT && !blocks.isEmpty()) {
                return blocks;
            }
            blocks.addAll(ObservationBlocks.cut(plan.dataset(id)));
        }
        return blocks;
    }
}
