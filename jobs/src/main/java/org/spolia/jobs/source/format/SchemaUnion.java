package org.spolia.jobs.source.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.source.file.SourceFile;

/** The combined columns of several files. */
public final class SchemaUnion {
    private final Map<String, StructField> fields = new LinkedHashMap<>();
    private final Map<String, SourceFile> files = new HashMap<>();

    private SchemaUnion() {}

    /**
     * Returns keys, then parameters by name, then the columns of the files in order of appearance.
     *
     * @throws ExperimentException if two files have a column with different types
     */
    public static StructType of(StructType keys, List<FileHeader> headers) {
        SchemaUnion parameters = new SchemaUnion();
        SchemaUnion columns = new SchemaUnion();
        for (FileHeader header : headers) {
            header.parameters().forEach(field -> parameters.add(field, header.file()));
            header.columns().forEach(column -> columns.add(column.field(), header.file()));
        }
        List<StructField> all = new ArrayList<>(List.of(keys.fields()));
        all.addAll(new TreeMap<>(parameters.fields).values());
        all.addAll(columns.fields.values());
        return new StructType(all.toArray(StructField[]::new));
    }

    private void add(StructField field, SourceFile file) {
        String name = FileHeader.fold(field.name());
        StructField earlier = fields.putIfAbsent(name, field);
        files.putIfAbsent(name, file);
        if (earlier != null && !isSame(earlier, field)) {
            throw new ExperimentException("Column " + field.name() + " is " + type(field) + " in " + file + " and "
                    + type(earlier) + " in " + files.get(name)
                    + "; read them separately, or leave the column out with the option that lists columns");
        }
    }

    /**
     * Checks that a file fits a schema that was fixed without it.
     *
     * @throws ExperimentException if it has a column with another type
     */
    public static void requireFit(StructType schema, StructType keys, FileHeader header) {
        Map<String, StructField> wanted = new HashMap<>();
        Arrays.stream(schema.fields()).forEach(field -> wanted.put(FileHeader.fold(field.name()), field));
        Stream.of(
                        Arrays.stream(keys.fields()),
                        header.parameters().stream(),
                        header.columns().stream().map(HeaderColumn::field))
                .flatMap(stream -> stream)
                .forEach(field -> {
                    StructField other = wanted.get(FileHeader.fold(field.name()));
                    if (other != null && !isSame(other, field)) {
                        throw new ExperimentException("Column " + field.name() + " is " + type(field) + " in "
                                + header.file() + " and " + type(other)
                                + " in the schema that is read; give a schema that fits, or read the file separately");
                    }
                });
    }

    private static boolean isSame(StructField one, StructField other) {
        return type(one).equals(type(other));
    }

    /** The type in SQL notation, without nullability. */
    private static String type(StructField field) {
        return field.dataType().sql();
    }
}
