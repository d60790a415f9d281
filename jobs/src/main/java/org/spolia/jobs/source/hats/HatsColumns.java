package org.spolia.jobs.source.hats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.source.format.FileHeader;
import org.spolia.jobs.source.format.HatsCatalogue;
import org.spolia.jobs.source.format.UniverseFormat;
import org.spolia.symbolic.export.Sql;

/**
 * The conversion of Parquet columns, so that a survey has the same columns as from its HDF5 files. A member of a
 * structure, or of the structures in a list, becomes a column {@code NAME_MEMBER}. Nested lists become flat arrays in
 * row-major order together with {@code NAME_shape}, or NULL if lists differ in length.
 */
final class HatsColumns {
    private static final String SHAPE = "_shape";

    /**
     * The cell by which HATS sorts rows, which equals healpix29, and columns that older versions derived from folders.
     */
    private static final Set<String> LEFT_OUT =
            Set.of("_healpix_29", "_hipscat_index", "norder", "dir", "npix", UniverseFormat.HEALPIX);

    private final HatsCatalogue catalogue;
    private final List<String> wanted;
    private final Map<String, Column> keys = new HashMap<>();
    private final List<StructField> fields = new ArrayList<>();
    private final Map<String, Column> columns = new HashMap<>();

    private final Function<String, Column> parquet;

    private HatsColumns(HatsCatalogue catalogue, List<String> wanted, Function<String, Column> parquet) {
        this.catalogue = catalogue;
        this.wanted = wanted;
        this.parquet = parquet;
    }

    /**
     * Returns the columns of files.
     *
     * @param wanted columns, before or after the conversion; all if empty
     * @throws ExperimentException if a column cannot be stored in a table
     */
    static HatsColumns of(StructType parquet, HatsCatalogue catalogue, List<String> wanted) {
        return new HatsColumns(catalogue, wanted, functions::col).takeAll(parquet);
    }

    /**
     * Returns the columns of rows. A converted column may have the name of its source, so names alone are ambiguous.
     */
    static HatsColumns of(Dataset<Row> parquet, HatsCatalogue catalogue, List<String> wanted) {
        return new HatsColumns(catalogue, wanted, parquet::col).takeAll(parquet.schema());
    }

    private HatsColumns takeAll(StructType schema) {
        for (StructField field : schema.fields()) {
            take(field);
        }
        return this;
    }

    /** The columns that are not keys. */
    List<StructField> fields() {
        return List.copyOf(fields);
    }

    /** The expression of the column with this name over the columns of the files; NULL if the files lack them. */
    Column column(StructField field) {
        Column made = Optional.ofNullable(columns.get(field.name()))
                .or(() -> Optional.ofNullable(keys.get(field.name())))
                .orElseGet(() -> functions.lit(null));
        return made.cast(field.dataType()).as(field.name());
    }

    /** A key in degrees; NULL if no column has it. */
    Column key(String name) {
        Column column = keys.get(name);
        return (column == null ? functions.lit(null) : column).cast(DataTypes.DoubleType);
    }

    private void take(StructField field) {
        Column column = parquet.apply(Sql.quoted(field.name()));
        String folded = FileHeader.fold(field.name());
        if (folded.equals(FileHeader.fold(catalogue.rightAscension()))) {
            keys.put(UniverseFormat.RA, column);
        } else if (folded.equals(FileHeader.fold(catalogue.declination()))) {
            keys.put(UniverseFormat.DEC, column);
        } else if (folded.equals(UniverseFormat.OBJECT_ID)) {
            keys.put(UniverseFormat.OBJECT_ID, column);
        } else if (!LEFT_OUT.contains(folded)) {
            takeApart(field.name(), column, field.dataType());
        }
    }

    private void takeApart(String name, Column column, DataType type) {
        if (type instanceof StructType structure) {
            for (StructField member : structure.fields()) {
                takeApart(name + "_" + member.name(), column.getField(member.name()), member.dataType());
            }
        } else if (type instanceof ArrayType list && list.elementType() instanceof StructType structure) {
            for (StructField member : structure.fields()) {
                takeApart(
                        name + "_" + member.name(),
                        column.getField(member.name()),
                        DataTypes.createArrayType(member.dataType()));
            }
        } else {
            add(name, column, type);
        }
    }

    private void add(String name, Column column, DataType type) {
        if (wanted.stream().noneMatch(asked -> name.equals(asked) || name.startsWith(asked + "_"))
                && !wanted.isEmpty()) {
            return;
        }
        int axes = 0;
        DataType element = type;
        for (; element instanceof ArrayType list; element = list.elementType()) {
            axes++;
        }
        if (element instanceof MapType || element instanceof StructType) {
            throw new ExperimentException("Column " + name + " is " + type.simpleString()
                    + ", which has no place in a table; leave it out with the key that lists columns");
        }
        Column flat = column;
        for (int axis = 1; axis < axes; axis++) {
            flat = functions.flatten(flat);
        }
        DataType plain = plain(element);
        put(name, axes == 0 ? plain : DataTypes.createArrayType(plain), flat);
        if (axes > 1) {
            put(name + SHAPE, DataTypes.createArrayType(DataTypes.IntegerType), shape(column, axes));
        }
    }

    private void put(String name, DataType type, Column column) {
        fields.add(DataTypes.createStructField(name, type, true));
        columns.put(name, column);
    }

    /** The types of HDF5 columns. A value that is neither a truth value nor a number becomes a text. */
    private static DataType plain(DataType type) {
        return switch (type.typeName()) {
            case "boolean", "integer", "long", "float", "double" -> type;
            case "byte", "short" -> DataTypes.IntegerType;
            default -> DataTypes.StringType;
        };
    }

    /** The lengths of the first lists, if all others have the same. */
    private static Column shape(Column column, int axes) {
        List<Column> lengths = new ArrayList<>();
        Column first = column;
        for (int axis = 0; axis < axes; axis++) {
            lengths.add(functions.coalesce(functions.size(first), functions.lit(0)));
            first = functions.get(first, functions.lit(0));
        }
        return functions.when(
                column.isNotNull().and(isEven(column, lengths, 1)), functions.array(lengths.toArray(Column[]::new)));
    }

    private static Column isEven(Column lists, List<Column> lengths, int axis) {
        if (axis == lengths.size()) {
            return functions.lit(true);
        }
        return functions.forall(
                lists, list -> functions.size(list).equalTo(lengths.get(axis)).and(isEven(list, lengths, axis + 1)));
    }
}
