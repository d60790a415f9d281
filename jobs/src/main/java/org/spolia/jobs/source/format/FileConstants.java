package org.spolia.jobs.source.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.spolia.jobs.source.file.SourceFile;

/** The columns that identify the file of a row. */
public final class FileConstants {
    public static final String FILE = SourceFile.FILE;
    public static final String PATH = "_file_path";
    public static final String SIZE = "_file_size";
    public static final String MODIFIED = "_file_modified";

    private static final long MICROSECONDS = 1000;

    private FileConstants() {}

    /** Columns that exist only if a query names them. */
    public static StructType metadata() {
        return new StructType(new StructField[] {
            field(PATH, DataTypes.StringType, "path of the file, with its file system"),
            field(SIZE, DataTypes.LongType, "size of the file in bytes"),
            field(MODIFIED, DataTypes.TimestampType, "when the file was last written")
        });
    }

    public static Map<String, Optional<Object>> of(SourceFile file) {
        Map<String, Optional<Object>> constants = new HashMap<>();
        constants.put(FILE, text(file.name()));
        constants.put(PATH, text(file.path()));
        constants.put(SIZE, Optional.of(file.size()));
        constants.put(MODIFIED, Optional.of(file.modified() * MICROSECONDS));
        return constants;
    }

    public static Optional<Object> text(String value) {
        return Optional.of(UTF8String.fromString(value));
    }

    public static StructField field(String name, DataType type, String comment) {
        return DataTypes.createStructField(name, type, true).withComment(comment);
    }
}
