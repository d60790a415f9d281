package org.spolia.jobs.source.format;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.jobs.source.file.SourceFile;

/**
 * The content of a file's headers.
 *
 * @param file the file
 * @param constants the columns with one value in all rows, in Spark's internal form; empty for NULL
 * @param parameters the constants of the file itself, sorted by name
 * @param columns the other columns of the file
 * @param trajectories the number of trajectories
 * @param steps the number of steps of each trajectory
 * @param rowsEach the number of rows of a step
 */
public record FileHeader(
        SourceFile file,
        Map<String, Optional<Object>> constants,
        List<StructField> parameters,
        List<HeaderColumn> columns,
        int trajectories,
        long steps,
        int rowsEach) {

    public FileHeader {
        constants = Map.copyOf(constants);
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /** The unit of the whole file. */
    public FrameUnit whole() {
        return new FrameUnit(0, trajectories, 0, steps);
    }

    /** The cell of the sky, if the file is in the folder of one. */
    public Optional<Integer> cell() {
        return constants.getOrDefault(UniverseFormat.HEALPIX, Optional.empty()).map(Integer.class::cast);
    }

    /** The size of these columns in a step; names are folded. */
    public long bytes(Set<String> names) {
        long bytes = 0;
        for (HeaderColumn column : columns) {
            bytes += names.contains(fold(column.field().name())) ? column.bytes() : 0;
        }
        return bytes;
    }

    /** Checks that names are unique in Spark, which ignores case. */
    public FileHeader requireDistinct(StructType keys) {
        Set<String> names = new HashSet<>();
        for (StructField key : keys.fields()) {
            names.add(fold(key.name()));
        }
        parameters.forEach(parameter -> require(names, parameter));
        columns.forEach(column -> require(names, column.field()));
        return this;
    }

    private void require(Set<String> names, StructField field) {
        if (!names.add(fold(field.name()))) {
            throw new Hdf5Exception(
                    file.path(),
                    "",
                    "has two columns '" + field.name() + "', case not counted, or one that is called like a key;"
                            + " leave it out with the option that lists what is read");
        }
    }

    /** Returns a name in the form that Spark compares. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
