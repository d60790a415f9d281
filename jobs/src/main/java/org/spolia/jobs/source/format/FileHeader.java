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
 * What is known of a file without its data.
 *
 * @param file the file
 * @param constants the columns that have one value in all of its rows, as Spark holds it; empty for NULL
 * @param parameters the constants that a file brings along, in the order of their names
 * @param columns the others that it brings along
 * @param trajectories in it
 * @param steps of each
 * @param rowsEach of a step
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

    /** Everything that is in it. */
    public FrameUnit whole() {
        return new FrameUnit(0, trajectories, 0, steps);
    }

    /** The cell of the sky whose folder it is in. */
    public Optional<Integer> cell() {
        return constants.getOrDefault(UniverseFormat.HEALPIX, Optional.empty()).map(Integer.class::cast);
    }

    /** The bytes of these columns, folded, in a step. */
    public long bytes(Set<String> names) {
        long bytes = 0;
        for (HeaderColumn column : columns) {
            bytes += names.contains(fold(column.field().name())) ? column.bytes() : 0;
        }
        return bytes;
    }

    /** Passes when each name stands for one column, in Spark, to which case does not matter. */
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

    /** A name as Spark compares it. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
