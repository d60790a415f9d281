package org.spolia.experiment.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.row.Observation;

/** Converts data sets to rows of observations and back. */
public final class ObservationBlocks {
    /** The most rows of a block. */
    public static final int ROWS = 8192;

    private ObservationBlocks() {}

    /** The blocks of every split, in order. */
    public static List<Observation> cut(Dataset dataset) {
        List<Observation> blocks = new ArrayList<>();
        for (Split split : dataset.splits()) {
            Rows rows = dataset.rows(split);
            for (int from = 0; from < rows.count(); from += ROWS) {
                blocks.add(block(dataset, split, from, Math.min(rows.count(), from + ROWS)));
            }
        }
        return blocks;
    }

    private static Observation block(Dataset dataset, Split split, int from, int to) {
        Rows rows = dataset.rows(split);
        double[] truth = rows.truth();
        return new Observation(
                dataset.datasetId(),
                split.label(),
                from / ROWS,
                to - from,
                dataset.variables(),
                Arrays.stream(rows.columns())
                        .map(column -> Arrays.copyOfRange(column, from, to))
                        .toArray(double[][]::new),
                Arrays.copyOfRange(rows.target(), from, to),
                truth == null ? null : Arrays.copyOfRange(truth, from, to));
    }

    /**
     * Returns the data set of these blocks, in any order; splits without a block are left out.
     *
     * @throws IllegalArgumentException if the blocks belong to several data sets, or a block is missing or given twice
     */
    public static Dataset join(List<Observation> blocks) {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("A data set has at least one block");
        }
        Observation first = blocks.get(0);
        Map<String, List<Observation>> bySplit = new TreeMap<>();
        for (Observation block : blocks) {
            if (!block.datasetId().equals(first.datasetId())) {
                throw new IllegalArgumentException(
                        "Blocks are of the data sets " + first.datasetId() + " and " + block.datasetId());
            }
            bySplit.computeIfAbsent(block.split(), split -> new ArrayList<>()).add(block);
        }
        Map<Split, Rows> splits = new EnumMap<>(Split.class);
        bySplit.forEach((split, parts) -> splits.put(Split.labelled(split), rows(parts)));
        return Dataset.restored(first.datasetId(), first.variables(), splits);
    }

    private static Rows rows(List<Observation> parts) {
        parts.sort(Comparator.comparingInt(Observation::block));
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).block() != i) {
                throw new IllegalArgumentException("Data set " + parts.get(i).datasetId() + " has block "
                        + parts.get(i).block() + " of " + parts.get(i).split() + " where block " + i + " is due");
            }
        }
        double[][] columns = new double[parts.get(0).columns().length][];
        Arrays.setAll(
                columns,
                variable -> concatenate(
                        parts.stream().map(part -> part.columns()[variable]).toList()));
        double[] target = concatenate(parts.stream().map(Observation::target).toList());
        List<double[]> truths = new ArrayList<>();
        for (Observation part : parts) {
            double[] truth = part.truth();
            if (truth != null) {
                truths.add(truth);
            }
        }
        return truths.size() == parts.size()
                ? Rows.generated(columns, target, concatenate(truths))
                : Rows.measured(columns, target);
    }

    private static double[] concatenate(List<double[]> parts) {
        double[] whole = new double[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
