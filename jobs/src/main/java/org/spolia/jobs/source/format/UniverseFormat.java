package org.spolia.jobs.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.layout.Column;
import org.spolia.hdf5.layout.UniverseFile;
import org.spolia.hdf5.type.UnsupportedHdf5Exception;
import org.spolia.jobs.source.file.SourceFile;

/** Files of the Multimodal Universe: a row for each object. */
public final class UniverseFormat implements Format {
    public static final String HEALPIX = "healpix";
    public static final String OBJECT_ID = "object_id";
    public static final String RA = "ra";
    public static final String DEC = "dec";

    /** The columns before the columns of the files. */
    public static final StructType KEYS = new StructType(new StructField[] {
        FileConstants.field(FileConstants.FILE, DataTypes.StringType, "path of the file below the root"),
        FileConstants.field(RowContents.ROW, DataTypes.LongType, "number of the object in the file"),
        FileConstants.field(HEALPIX, DataTypes.IntegerType, "cell of the sky, after the folder that the file is in"),
        FileConstants.field(OBJECT_ID, DataTypes.StringType, "identifier of the object in its survey"),
        FileConstants.field(RA, DataTypes.DoubleType, "right ascension in degrees"),
        FileConstants.field(DEC, DataTypes.DoubleType, "declination in degrees")
    });

    private static final long serialVersionUID = 1L;

    private final Set<String> columns;

    private UniverseFormat(Set<String> columns) {
        this.columns = columns;
    }

    public static UniverseFormat of(SourceOptions options) {
        return new UniverseFormat(Set.copyOf(options.columns()));
    }

    @Override
    public StructType keys() {
        return KEYS;
    }

    @Override
    public boolean isBatched(StructType columns) {
        return RowContents.areSingle(columns);
    }

    @Override
    public FileContents contents(Hdf5File file, SourceFile source) {
        UniverseFile universe = UniverseFile.of(file, source.path());
        universe.unreadable().forEach((name, failure) -> {
            if (!(failure instanceof UnsupportedHdf5Exception) && wants(name)) {
                throw failure;
            }
        });
        Map<String, Optional<Object>> constants = FileConstants.of(source);
        universe.cell().ifPresent(cell -> constants.put(HEALPIX, Optional.of(cell)));
        List<RowColumn> found = new ArrayList<>();
        for (Column column : universe.columns()) {
            Optional<RowColumn> key = key(universe, column);
            if (key.isPresent() || wants(column.uniqueName())) {
                found.add(key.orElseGet(() -> RowColumn.of(column)));
            }
        }
        return new RowContents(source, keys(), constants, found, universe.objects());
    }

    private boolean wants(String column) {
        return columns.isEmpty() || columns.contains(column);
    }

    /** Returns the column for a key, if this column is one. */
    private static Optional<RowColumn> key(UniverseFile universe, Column column) {
        RowColumn plain = RowColumn.of(column);
        if (universe.rightAscension().filter(ra -> ra == column).isPresent()) {
            return Optional.of(plain.as(RA, CellType.DOUBLE, doubles(column)));
        }
        if (universe.declination().filter(dec -> dec == column).isPresent()) {
            return Optional.of(plain.as(DEC, CellType.DOUBLE, doubles(column)));
        }
        return switch (column.name()) {
            case OBJECT_ID -> Optional.of(plain.as(OBJECT_ID, CellType.TEXT, universe::ids));
            case HEALPIX -> Optional.of(plain.as(HEALPIX, CellType.INT, cells(column)));
            default -> Optional.empty();
        };
    }

    private static RowColumn.Loader doubles(Column column) {
        return (first, count) -> column.dataset().doubles(column.slab(first, count));
    }

    /** Surveys store cells in eight bytes; cells of nside 8192 still fit into four bytes. */
    private static RowColumn.Loader cells(Column column) {
        return (first, count) -> {
            long[] wide = column.dataset().longs(column.slab(first, count));
            int[] cells = new int[wide.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = Math.toIntExact(wide[i]);
            }
            return cells;
        };
    }
}
