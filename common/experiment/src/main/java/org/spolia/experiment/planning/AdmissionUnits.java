package org.spolia.experiment.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.spolia.experiment.row.Trial;

/**
 * Divides trials into units that are admitted, become visible and can be lost together. A unit is some seconds of work
 * for every slot, so that slots are idle for only a small share of its end, and few enough bytes of data to fit in
 * memory.
 */
final class AdmissionUnits {
    /** The most bytes of distinct data sets in a unit. */
    static final long MOST_BYTES = 256L << 20;

    static final int LEAST_ROWS_A_SLOT = 4;
    static final int MOST_ROWS_A_SLOT = 32;

    private static final long SECONDS_A_SLOT = 30;

    /** The work of one slot in a second, an estimate for a current core. It shapes units and enters no result. */
    private static final long NODE_ROWS_A_SECOND = 1_000_000_000;

    private AdmissionUnits() {}

    static List<List<Trial>> cut(List<Trial> trials, int slots, ToLongFunction<Trial> bytes) {
        List<List<Trial>> units = new ArrayList<>();
        List<Trial> unit = new ArrayList<>();
        Set<String> datasets = new HashSet<>();
        long held = 0;
        double work = 0;
        for (Trial trial : trials) {
            long added = datasets.contains(trial.datasetId()) ? 0 : bytes.applyAsLong(trial);
            if (!unit.isEmpty() && (held + added > MOST_BYTES || isFull(unit.size(), work, slots))) {
                units.add(List.copyOf(unit));
                unit.clear();
                datasets.clear();
                held = 0;
                work = 0;
                added = bytes.applyAsLong(trial);
            }
            unit.add(trial);
            datasets.add(trial.datasetId());
            held += added;
            work += trial.estimatedNodeRows();
        }
        if (!unit.isEmpty()) {
            units.add(List.copyOf(unit));
        }
        return List.copyOf(withoutSmallRemainder(units, bytes));
    }

    /**
     * Every unit costs its commits, so a last one that is less than half as long as the one before is merged into it.
     */
    private static List<List<Trial>> withoutSmallRemainder(List<List<Trial>> units, ToLongFunction<Trial> bytes) {
        int last = units.size() - 1;
        if (last < 1 || 2 * units.get(last).size() >= units.get(last - 1).size()) {
            return units;
        }
        List<Trial> joined = new ArrayList<>(units.get(last - 1));
        joined.addAll(units.get(last));
        if (bytesOf(joined, bytes) > MOST_BYTES) {
            return units;
        }
        List<List<Trial>> fewer = new ArrayList<>(units.subList(0, last - 1));
        fewer.add(List.copyOf(joined));
        return fewer;
    }

    private static long bytesOf(List<Trial> unit, ToLongFunction<Trial> bytes) {
        Set<String> datasets = new HashSet<>();
        return unit.stream()
                .filter(trial -> datasets.add(trial.datasetId()))
                .mapToLong(bytes)
                .sum();
    }

    private static boolean isFull(int rows, double work, int slots) {
        boolean enough = work >= (double) SECONDS_A_SLOT * NODE_ROWS_A_SECOND * slots;
        return rows >= (long) MOST_ROWS_A_SLOT * slots || (enough && rows >= (long) LEAST_ROWS_A_SLOT * slots);
    }
}
