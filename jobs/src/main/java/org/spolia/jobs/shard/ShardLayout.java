package org.spolia.jobs.shard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.source.hats.ObjectCell;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.sky.Healpix;
import org.spolia.symbolic.export.Sql;

/**
 * The layout of a table of files: objects of a survey are sorted by their cell of the sky, and a plain number that is
 * not finite becomes NULL.
 *
 * @param table the table of the files
 */
record ShardLayout(ShardTable table) {
    private static final String CELL = "healpix29";
    private static final String AFTER = "healpix";
    private static final StructField CELL_FIELD = DataTypes.createStructField(CELL, DataTypes.LongType, true)
            .withComment("cell of HEALPix order 29, nested, that the object is in; NULL if its coordinates are none");

    /** Returns the layout of a table for files with these columns. */
    static ShardLayout of(ShardKind kind, String name, StructType columns) {
        List<StructField> fields = new ArrayList<>();
        for (StructField field : columns.fields()) {
            fields.add(commented(field));
            if (kind == ShardKind.SURVEYS && field.name().equals(AFTER)) {
                fields.add(CELL_FIELD);
            }
        }
        return new ShardLayout(new ShardTable(kind, name, new StructType(fields.toArray(StructField[]::new))));
    }

    private static StructField commented(StructField field) {
        return field.getComment().isDefined()
                ? field
                : field.withComment("column " + field.name() + " of the files, in the unit that it has there");
    }

    /** The columns that are read from the files. */
    StructType read() {
        return new StructType(Arrays.stream(table.schema().fields())
                .filter(field -> !isCell(field))
                .toArray(StructField[]::new));
    }

    /** Arranges rows of files as rows of the table. */
    Dataset<Row> arrange(Dataset<Row> rows) {
        Column[] columns =
                Arrays.stream(table.schema().fields()).map(this::column).toArray(Column[]::new);
        Dataset<Row> arranged = rows.select(columns);
        return table.kind() == ShardKind.SURVEYS ? arranged.sortWithinPartitions(CELL, "file", "row") : arranged;
    }

    private Column column(StructField field) {
        Column column = functions.col(Sql.quoted(field.name()));
        if (isCell(field)) {
            UDF2<@Nullable Double, @Nullable Double, @Nullable Long> cell =
                    (ra, dec) -> ObjectCell.of(Healpix.HIGHEST_ORDER, ra, dec);
            return functions
                    .udf(cell, DataTypes.LongType)
                    .apply(functions.col("ra"), functions.col("dec"))
                    .as(CELL);
        }
        boolean real = field.dataType().equals(DataTypes.DoubleType)
                || field.dataType().equals(DataTypes.FloatType);
        return real
                ? functions
                        .when(functions.abs(column).leq(Double.MAX_VALUE), column)
                        .as(field.name())
                : column;
    }

    private boolean isCell(StructField field) {
        return table.kind() == ShardKind.SURVEYS && field.name().equals(CELL);
    }
}
