package org.spolia.jobs.source.format;

import java.util.Set;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.hdf5.Hdf5File;
import org.spolia.jobs.source.file.SourceFile;

/** Files of The Well: a row for each trajectory, step and tile. */
public final class WellFormat implements Format {
    public static final String SPLIT = "split";
    public static final String TRAJECTORY = "trajectory";
    public static final String STEP = "step";
    static final String TIME = "time";
    static final String TILE = "tile";
    static final String TILE_ORIGIN = "tile_origin";
    static final String TILE_SHAPE = "tile_shape";
    static final String PARAMETER = "parameter_";

    private static final long serialVersionUID = 1L;

    private final int tileValues;
    private final Set<String> fields;
    private final boolean moments;

    private WellFormat(int tileValues, Set<String> fields, boolean moments) {
        this.tileValues = tileValues;
        this.fields = fields;
        this.moments = moments;
    }

    public static WellFormat of(SourceOptions options) {
        return new WellFormat(options.tileValues(), Set.copyOf(options.fields()), options.moments());
    }

    @Override
    public StructType keys() {
        return new StructType(new StructField[] {
            FileConstants.field(FileConstants.FILE, DataTypes.StringType, "path of the file below the root"),
            FileConstants.field(
                    SPLIT, DataTypes.StringType, "train, valid or test, after the folder that the file is in"),
            FileConstants.field(TRAJECTORY, DataTypes.IntegerType, "number of the run in the file"),
            FileConstants.field(STEP, DataTypes.IntegerType, "number of the frame in the run"),
            FileConstants.field(TIME, DataTypes.DoubleType, "time of the frame, in the unit of the file"),
            FileConstants.field(TILE, DataTypes.IntegerType, "number of the box of the grid"),
            FileConstants.field(TILE_ORIGIN, ints(), "where the box starts on each axis"),
            FileConstants.field(TILE_SHAPE, ints(), "how long the box is on each axis")
        });
    }

    @Override
    public FileContents contents(Hdf5File file, SourceFile source) {
        return WellContents.of(file, source, this);
    }

    int tileValues() {
        return tileValues;
    }

    /** Returns whether the moments of each tile are read too. */
    boolean moments() {
        return moments;
    }

    /** Returns whether a field, or this component of it, is requested. */
    boolean wants(String field, String component) {
        return fields.isEmpty() || fields.contains(field) || fields.contains(component);
    }

    private static ArrayType ints() {
        return DataTypes.createArrayType(DataTypes.IntegerType, false);
    }
}
