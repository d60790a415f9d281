package org.spolia.hdf5.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.Hdf5Group;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.UnsupportedHdf5Exception;

/**
 * The datasets of a group as the columns of a table; the first axis counts rows. Only headers are read to create it.
 */
public final class RowFile {
    private final Hdf5File file;
    private final long rows;
    private final List<Column> columns;
    private final SortedMap<String, Hdf5Exception> unreadable;

    private RowFile(Hdf5File file, long rows, List<Column> columns, SortedMap<String, Hdf5Exception> unreadable) {
        this.file = file;
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.unreadable = unreadable;
    }

    /** Uses every dataset of a group that has an axis. All must have the same length on the first axis. */
    public static RowFile of(Hdf5File file, String group) {
        SortedMap<String, Hdf5Exception> unreadable = new TreeMap<>();
        List<Hdf5Dataset> datasets = readable(file, file.group(group), unreadable);
        datasets.removeIf(dataset -> dataset.shape().length == 0);
        return new RowFile(file, rows(file, datasets), columns(file, datasets, false), unreadable);
    }

    /** Uses every dataset of a group as a value of the only row. */
    public static RowFile ofOneRow(Hdf5File file, String group) {
        SortedMap<String, Hdf5Exception> unreadable = new TreeMap<>();
        List<Hdf5Dataset> datasets = readable(file, file.group(group), unreadable);
        return new RowFile(file, 1, columns(file, datasets, true), unreadable);
    }

    public long rows() {
        return rows;
    }

    /** In the order of their names. */
    public List<Column> columns() {
        return columns;
    }

    /** Returns the column with this name or unique name. */
    public Column column(String name) {
        return find(name)
                .orElseThrow(() ->
                        new Hdf5Exception(file.name(), "", "has no column '" + name + "'; its columns are " + columns));
    }

    public Optional<Column> find(String name) {
        return columns.stream()
                .filter(column ->
                        column.name().equals(name) || column.uniqueName().equals(name))
                .findFirst();
    }

    /** The datasets that cannot be columns, with the reason. */
    public SortedMap<String, Hdf5Exception> unreadable() {
        return unreadable;
    }

    /**
     * Divides the rows between the chunks of these columns.
     *
     * @param mostBytes the largest decoded size of a unit, unless a single chunk is larger
     */
    public List<RowUnit> units(List<Column> wanted, long mostBytes) {
        long step = 1;
        long bytesEach = 0;
        for (Column column : wanted) {
            step = Alignment.common(step, column.chunkRows(), Math.max(1, rows));
            bytesEach += column.bytesEach();
        }
        step = Alignment.within(step, bytesEach, mostBytes, Math.max(1, rows));
        step = Math.min(step, Integer.MAX_VALUE);
        List<RowUnit> units = new ArrayList<>();
        for (long first = 0; first < rows; first += step) {
            int count = (int) Math.min(step, rows - first);
            units.add(new RowUnit(first, count, count * bytesEach));
        }
        return units;
    }

    private static List<Hdf5Dataset> readable(
            Hdf5File file, Hdf5Group group, SortedMap<String, Hdf5Exception> unreadable) {
        unreadable.putAll(group.unreadable());
        List<Hdf5Dataset> datasets = new ArrayList<>();
        for (String name : group.datasets()) {
            Hdf5Dataset dataset = group.dataset(name);
            if (dataset.type().kind() == ElementType.Kind.OTHER) {
                unreadable.put(
                        name,
                        new UnsupportedHdf5Exception(
                                file.name(),
                                dataset.path(),
                                "has elements of a type that is not read; write its fields as datasets of their own"));
            } else {
                datasets.add(dataset);
            }
        }
        return datasets;
    }

    private static long rows(Hdf5File file, List<Hdf5Dataset> datasets) {
        long rows = 0;
        for (int i = 0; i < datasets.size(); i++) {
            long length = datasets.get(i).shape()[0];
            if (i > 0 && length != rows) {
                throw new Hdf5Exception(
                        file.name(),
                        datasets.get(i).path(),
                        "has " + length + " rows where " + datasets.get(0).path() + " has " + rows
                                + "; put datasets that do not belong to the same rows into a group of their own");
            }
            rows = length;
        }
        return rows;
    }

    private static List<Column> columns(Hdf5File file, List<Hdf5Dataset> datasets, boolean single) {
        Map<String, String> unique =
                ColumnNames.unique(datasets.stream().map(Hdf5Dataset::name).toList());
        List<Column> columns = new ArrayList<>();
        for (Hdf5Dataset dataset : datasets) {
            String name = unique.getOrDefault(dataset.name(), dataset.name());
            columns.add(single ? Column.ofOneRow(file, dataset, name) : Column.ofRows(file, dataset, name));
        }
        return columns;
    }
}
