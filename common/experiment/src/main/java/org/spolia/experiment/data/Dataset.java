package org.spolia.experiment.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of a problem by split, with an id that is the hash of their names and bits. */
public final class Dataset {
    private final String datasetId;
    private final List<String> variables;
    private final Map<Split, Rows> splits;

    private Dataset(String datasetId, List<String> variables, Map<Split, Rows> splits) {
        this.datasetId = datasetId;
        this.variables = List.copyOf(variables);
        this.splits = splits;
    }

    /**
     * Creates a data set of this problem. The id covers the problem's id, the names and the exact bits of every split.
     */
    public static Dataset of(String problemId, String target, List<String> variables, Map<Split, Rows> splits) {
        Map<Split, Rows> ordered = ordered(splits);
        ContentHash hash = ContentHash.of("dataset").add(problemId).add(target).add(variables);
        ordered.forEach((split, rows) -> {
            hash.add(split.label());
            rows.addTo(hash);
        });
        return new Dataset(hash.hex(), variables, ordered);
    }

    /** Returns this data set with one more variable after its own. The id covers both. */
    Dataset with(String variable, Map<Split, double[]> values) {
        List<String> names =
                Stream.concat(variables.stream(), Stream.of(variable)).toList();
        ContentHash hash = ContentHash.of("dataset").add(datasetId).add(variable);
        Map<Split, Rows> wider = new EnumMap<>(Split.class);
        splits.forEach((split, rows) -> {
            double[] column = values.get(split);
            if (column == null) {
                throw new IllegalArgumentException("Variable '" + variable + "' has no values on " + split.label());
            }
            hash.add(split.label()).add(column);
            wider.put(split, rows.with(column));
        });
        return new Dataset(hash.hex(), names, wider);
    }

    /**
     * Returns this data set with some of its variables, in the given order. The id covers this one's id and their
     * names.
     */
    public Dataset only(List<String> chosen) {
        int[] positions = chosen.stream().mapToInt(variables::indexOf).toArray();
        Map<Split, Rows> narrower = new EnumMap<>(Split.class);
        splits.forEach((split, rows) -> narrower.put(split, rows.only(positions)));
        String id = ContentHash.of("dataset").add(datasetId).add(chosen).hex();
        return new Dataset(id, chosen, narrower);
    }

    /** Restores a data set from splits with a known id; some splits may be missing. */
    public static Dataset restored(String datasetId, List<String> variables, Map<Split, Rows> splits) {
        return new Dataset(datasetId, variables, ordered(splits));
    }

    /** The SHA-256 in hexadecimal. */
    public String datasetId() {
        return datasetId;
    }

    public List<String> variables() {
        return variables;
    }

    /** The available splits, in their fixed order. */
    public Set<Split> splits() {
        return splits.keySet();
    }

    /** The rows of an available split. */
    public Rows rows(Split split) {
        Rows rows = splits.get(split);
        if (rows == null) {
            throw new IllegalArgumentException("Dataset " + datasetId + " has no split " + split.label() + " here");
        }
        return rows;
    }

    /** The memory of the values in bytes. */
    public long bytes() {
        return splits.values().stream().mapToLong(Rows::bytes).sum();
    }

    private static Map<Split, Rows> ordered(Map<Split, Rows> splits) {
        Map<Split, Rows> ordered = new EnumMap<>(Split.class);
        ordered.putAll(splits);
        return ordered;
    }
}
