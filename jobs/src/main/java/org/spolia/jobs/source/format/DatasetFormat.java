package org.spolia.jobs.source.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.layout.Column;
import org.spolia.hdf5.layout.RowFile;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.jobs.source.file.SourceFile;

/** Any HDF5 files: a row for each place on the first axis of the requested datasets. */
public final class DatasetFormat implements Format {
    private static final long serialVersionUID = 1L;

    private final List<String> paths;

    private DatasetFormat(List<String> paths) {
        this.paths = paths;
    }

    public static DatasetFormat of(SourceOptions options) {
        return new DatasetFormat(List.copyOf(options.datasets()));
    }

    @Override
    public StructType keys() {
        return new StructType(new StructField[] {
            FileConstants.field(FileConstants.FILE, DataTypes.StringType, "path of the file below the root"),
            FileConstants.field(RowContents.ROW, DataTypes.LongType, "place on the first axis")
        });
    }

    @Override
    public boolean isBatched(StructType columns) {
        return RowContents.areSingle(columns);
    }

    @Override
    public FileContents contents(Hdf5File file, SourceFile source) {
        String first = relative(paths.get(0));
        if (paths.size() == 1 && (first.isEmpty() || file.root().hasGroup(first))) {
            RowFile rows = RowFile.of(file, first);
            return contents(source, rows.columns().stream().map(RowColumn::of).toList(), rows.rows());
        }
        List<Hdf5Dataset> datasets = paths.stream().map(file::dataset).toList();
        // A dataset without an axis has no columns.
        long rows = rows(file, datasets);
        return contents(source, columns(file, datasets), rows);
    }

    private RowContents contents(SourceFile source, List<RowColumn> columns, long rows) {
        return new RowContents(source, keys(), FileConstants.of(source), columns, rows);
    }

    private static long rows(Hdf5File file, List<Hdf5Dataset> datasets) {
        long rows = -1;
        for (Hdf5Dataset dataset : datasets) {
            long[] shape = dataset.shape();
            if (shape.length == 0) {
                throw new Hdf5Exception(
                        file.name(), dataset.path(), "is a single value; only datasets that have an axis have rows");
            }
            if (rows >= 0 && rows != shape[0]) {
                throw new Hdf5Exception(
                        file.name(),
                        dataset.path(),
                        "has " + shape[0] + " rows where " + datasets.get(0) + " has " + rows
                                + "; read them one by one");
            }
            rows = shape[0];
        }
        return rows;
    }

    /** Columns are named by dataset, or by path if two names are equal. */
    private static List<RowColumn> columns(Hdf5File file, List<Hdf5Dataset> datasets) {
        Set<String> taken = new HashSet<>();
        boolean distinct = datasets.stream().allMatch(dataset -> taken.add(FileHeader.fold(dataset.name())));
        List<RowColumn> columns = new ArrayList<>();
        for (Hdf5Dataset dataset : datasets) {
            String name = distinct ? dataset.name() : relative(dataset.path()).replace('/', '_');
            columns.add(RowColumn.of(Column.ofRows(file, dataset, name)));
        }
        return columns;
    }

    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
