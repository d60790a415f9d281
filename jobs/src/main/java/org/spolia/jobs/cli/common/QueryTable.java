package org.spolia.jobs.cli.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.data.NumericTable;
import org.spolia.experiment.data.TextColumn;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.key.Names;

/**
 * Numbers from files that Spark reads, or from a query over them.
 *
 * <p>Rows are sorted by their values, column by column, because Spark guarantees no order: the same rows give the same
 * fit for any number of files and cores.
 */
public final class QueryTable implements NumericTable {
    /** The table name of the files in a query. */
    static final String NAME = "data";

    private static final long MOST_BYTES = 256L << 20;

    private final String place;
    private final Dataset<Row> rows;

    private QueryTable(String place, Dataset<Row> rows) {
        this.place = place;
        this.rows = rows;
    }

    /** Opens files, or the result of a query over them. Reads headers but no data. */
    public static QueryTable open(SparkSession spark, FilePlace files, Optional<String> query) {
        files.view(NAME).register(spark);
        return new QueryTable(files.path(), query.map(spark::sql).orElseGet(() -> spark.table(NAME)));
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<String> columns() {
        return List.of(rows.columns());
    }

    @Override
    public double[][] read(List<String> names) {
        Dataset<Row> selected = select(names);
        List<double[]> read = new ArrayList<>();
        long most = MOST_BYTES / (8L * Math.max(1, names.size()));
        for (Iterator<Row> iterator = selected.toLocalIterator(); iterator.hasNext(); ) {
            if (read.size() == most) {
                throw new ExperimentException(place + ": has more than " + most + " rows of " + names.size()
                        + " columns, the " + (MOST_BYTES >> 20)
                        + " MB that a fit holds; leave them on Spark with --spread rows, or take fewer, as with --query"
                        + " 'SELECT * FROM " + NAME + " TABLESAMPLE (1 PERCENT) REPEATABLE (1)'");
            }
            read.add(numbers(iterator.next(), names));
        }
        read.sort(Arrays::compare);
        double[][] columns = new double[names.size()][read.size()];
        for (int row = 0; row < read.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = read.get(row)[column];
            }
        }
        return columns;
    }

    /** Returns all rows as Spark reads them. */
    public Dataset<Row> rows() {
        return rows;
    }

    /** Returns columns of numbers that stay on Spark. */
    public Dataset<Row> select(List<String> names) {
        names.forEach(this::requireNumbers);
        return rows.select(names.stream().map(QueryTable::column).toArray(Column[]::new));
    }

    /** Rows are sorted by their numbers, so texts cannot be matched to them. */
    @Override
    public List<String> texts(String name) {
        throw new ExperimentException(place + ": column '" + name + "': categories are read from delimited files only;"
                + " write the rows to one, or leave out --category");
    }

    /** Refuses the name of a column that does not exist. */
    public void requireColumn(String name) {
        if (!columns().contains(name)) {
            throw new ExperimentException(
                    place + ": no column " + Names.quote(name) + "; " + Suggestion.instead(name, columns()));
        }
    }

    private void requireNumbers(String name) {
        requireColumn(name);
        int position = columns().indexOf(name);
        DataType type = rows.schema().fields()[position].dataType();
        if (!holdsNumbers(type)) {
            List<String> numbers = Arrays.stream(rows.schema().fields())
                    .filter(field -> field.dataType() instanceof NumericType)
                    .map(StructField::name)
                    .toList();
            throw new ExperimentException(place + ": column '" + name + "': is of type " + type.simpleString()
                    + ", not numbers; name the columns to use with --features (numbers: " + Suggestion.list(numbers)
                    + "), or convert it with --query");
        }
    }

    private static boolean holdsNumbers(DataType type) {
        return type instanceof NumericType || type instanceof BooleanType;
    }

    @Override
    public List<TextColumn> textColumns(List<String> names) {
        return Arrays.stream(rows.schema().fields())
                .filter(field -> names.contains(field.name()) && !holdsNumbers(field.dataType()))
                .map(field -> new TextColumn(
                        field.name(), "values of type " + field.dataType().simpleString()))
                .toList();
    }

    private static Column column(String name) {
        return functions.col(Sql.quoted(name));
    }

    private double[] numbers(Row row, List<String> names) {
        double[] numbers = new double[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            Object value = row.get(i);
            double number = number(value);
            if (!Double.isFinite(number)) {
                throw new ExperimentException(place + ": column '" + names.get(i) + "': '" + value
                        + "' is not a value; leave such rows out, as with --query 'SELECT * FROM " + NAME
                        + " WHERE …'");
            }
            if (value instanceof Long whole && whole != (long) number) {
                throw new ExperimentException(place + ": column '" + names.get(i) + "': " + value
                        + " has more digits than a double can hold; scale it with --query");
            }
            numbers[i] = number;
        }
        return numbers;
    }

    private static double number(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
