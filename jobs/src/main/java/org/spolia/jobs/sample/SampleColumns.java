package org.spolia.jobs.sample;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.token.Tokeniser;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.sample.SampleKey;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.symbolic.export.Sql;

/**
 * The columns of a table that stage embed reads: the key of a row, then its position in the frame, then the channels as
 * arrays of floats, each at a fixed place.
 *
 * @param kind the kind of the table
 * @param channels the columns that are the channels of a sample
 * @param tokeniser makes tokens of the channels; null if the sample consists of their values
 */
public record SampleColumns(
        ShardKind kind, List<String> channels, @Nullable Tokeniser tokeniser) implements Serializable {
    static final int TILE_ORIGIN = 6;
    private static final int TILE_SHAPE = 7;
    private static final int FIRST_CHANNEL = 8;

    private static final List<String> BOX = List.of("tile_origin", "tile_shape");

    /**
     * Returns the columns for a table.
     *
     * @param wanted names of channels; if empty, all components of fields
     * @throws ExperimentException if the table lacks a column, or a column is not a number
     */
    public static SampleColumns of(ShardTable table, List<String> wanted) {
        StructType schema = table.schema();
        for (String name : wanted) {
            if (!List.of(schema.fieldNames()).contains(name)) {
                throw new ExperimentException("Table " + table + " has no column '" + name + "' for input-cols; "
                        + Suggestion.instead(name, numeric(schema)));
            }
            if (!isNumeric(schema.apply(name))) {
                throw new ExperimentException("Column '" + name + "' of table " + table + " is of type "
                        + schema.apply(name).dataType().simpleString()
                        + "; input-cols must be numbers or arrays of numbers");
            }
        }
        return new SampleColumns(table.kind(), wanted.isEmpty() ? fields(schema) : List.copyOf(wanted), null);
    }

    /**
     * Returns the columns of some modalities of an object.
     *
     * @param modalities the names of the modalities in the tokeniser
     * @throws ExperimentException if the tokeniser does not know a name, or the table lacks a column
     */
    public static SampleColumns of(ShardTable table, List<String> modalities, Tokeniser tokeniser) {
        if (table.kind() != ShardKind.SURVEYS) {
            throw new ExperimentException("Table " + table
                    + " has frames, but the encoder needs objects of a survey; name tables surveys.NAME");
        }
        for (String modality : modalities) {
            if (!tokeniser.names().contains(modality)) {
                throw new ExperimentException("The encoder does not know '" + modality + "' of input-cols; "
                        + Suggestion.instead(modality, tokeniser.names()));
            }
        }
        SampleColumns columns = ofAny(table, tokeniser.columns(modalities));
        return new SampleColumns(table.kind(), columns.channels, tokeniser);
    }

    /** Returns these columns without a check of their type, because masks are not numbers. */
    public static SampleColumns ofAny(ShardTable table, List<String> columns) {
        List<String> there = List.of(table.schema().fieldNames());
        for (String column : columns) {
            if (!there.contains(column)) {
                throw new ExperimentException("Table " + table + " has no column '" + column
                        + "', which the encoder needs; " + Suggestion.instead(column, there));
            }
        }
        return new SampleColumns(table.kind(), List.copyOf(columns), null);
    }

    private static List<String> fields(StructType schema) {
        return Arrays.stream(schema.fields())
                .filter(field -> field.dataType() instanceof ArrayType && isNumeric(field))
                .map(StructField::name)
                .filter(name -> !BOX.contains(name))
                .toList();
    }

    private static List<String> numeric(StructType schema) {
        return Arrays.stream(schema.fields())
                .filter(SampleColumns::isNumeric)
                .map(StructField::name)
                .toList();
    }

    private static boolean isNumeric(StructField field) {
        return field.dataType() instanceof NumericType
                || (field.dataType() instanceof ArrayType array && array.elementType() instanceof NumericType);
    }

    /** The place of the values of a channel. */
    public int place(int channel) {
        return FIRST_CHANNEL + channel;
    }

    /** The place of the axis lengths of a channel. */
    public int shapePlace(int channel) {
        return kind == ShardKind.SIMULATIONS ? TILE_SHAPE : FIRST_CHANNEL + channels.size() + channel;
    }

    /** The key of the sample that a row belongs to, from the first columns of {@link #select}. */
    static SampleKey key(InternalRow row) {
        return SampleKey.of(
                row.getUTF8String(0).toString(),
                text(row, 1),
                row.isNullAt(2) ? null : (Integer) row.getInt(2),
                row.isNullAt(3) ? null : (Integer) row.getInt(3),
                row.isNullAt(4) ? null : (Long) row.getLong(4),
                text(row, 5));
    }

    private static @Nullable String text(InternalRow row, int place) {
        return row.isNullAt(place) ? null : row.getUTF8String(place).toString();
    }

    /** The expressions of all columns, in the order of their places. */
    public Column[] select(StructType schema) {
        List<Column> columns = new ArrayList<>();
        columns.add(functions.col("file"));
        boolean simulations = kind == ShardKind.SIMULATIONS;
        columns.add(simulations ? functions.col("split") : nothing("string"));
        columns.add(simulations ? functions.col("trajectory") : nothing("int"));
        columns.add(simulations ? functions.col("step") : nothing("int"));
        columns.add(simulations ? nothing("bigint") : functions.col("row"));
        columns.add(simulations ? nothing("string") : functions.col("object_id"));
        BOX.forEach(box -> columns.add(simulations ? functions.col(box) : nothing("array<int>")));
        for (String channel : channels) {
            Column column = functions.col(Sql.quoted(channel));
            boolean array = schema.apply(channel).dataType() instanceof ArrayType;
            columns.add((array ? column : functions.when(column.isNotNull(), functions.array(column)))
                    .cast("array<float>"));
        }
        if (!simulations) {
            for (String channel : channels) {
                String shape = channel + "_shape";
                columns.add(
                        List.of(schema.fieldNames()).contains(shape)
                                ? functions.col(Sql.quoted(shape)).cast("array<int>")
                                : nothing("array<int>"));
            }
        }
        return columns.toArray(Column[]::new);
    }

    private static Column nothing(String type) {
        return functions.lit(null).cast(type);
    }
}
