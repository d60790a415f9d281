package org.spolia.jobs.rows;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.rows.AllRows;

/**
 * The rows of a table on the executors, as blocks of columns. Blocks stay in memory as far as there is room for them,
 * and are read again where there is none. Rows without a finite number in each column are left out and counted.
 */
public final class RowTable implements AutoCloseable {
    /** The column with the text of the group. */
    private static final String GROUP = "spolia group";

    private static final int DEPTH = 2;

    private final String place;
    private final RowRoles roles;
    private final RowLayout layout;
    private final JavaRDD<ReadBlock> blocks;
    private final List<String> groups;

    private RowTable(String place, RowRoles roles, RowLayout layout, JavaRDD<ReadBlock> blocks, List<String> groups) {
        this.place = place;
        this.roles = roles;
        this.layout = layout;
        this.blocks = blocks;
        this.groups = groups;
    }

    /**
     * Opens a table. Nothing is read yet.
     *
     * @param place the table in messages
     * @param data columns of numbers, with at least those of the roles
     * @param seed decides which rows a sample and a fold has
     * @param folds the number of folds; 0 for none
     */
    public static RowTable of(String place, Dataset<Row> data, RowRoles roles, long seed, int folds) {
        return of(place, data.select(numbers(data, roles)), roles, seed, folds, Optional.empty());
    }

    /**
     * Opens a table with rows in groups. Rows of a group are brought together once, so that a pass meets them in long
     * stretches.
     *
     * @param groups the groups; rows of other groups are left out
     */
    public static RowTable ofGroups(String place, Dataset<Row> data, RowRoles roles, long seed, RowGroups groups) {
        Column[] numbers = numbers(data, roles);
        Column[] columns = Arrays.copyOf(numbers, numbers.length + 1);
        columns[numbers.length] = groups.text().as(GROUP);
        Dataset<Row> together =
                data.select(columns).repartition(functions.col(GROUP)).sortWithinPartitions(functions.col(GROUP));
        return of(place, together, roles, seed, 0, Optional.of(groups));
    }

    private static RowTable of(
            String place, Dataset<Row> selected, RowRoles roles, long seed, int folds, Optional<RowGroups> groups) {
        List<NumberKind> kinds = Arrays.stream(selected.schema().fields())
                .limit(roles.columns().size())
                .map(field -> NumberKind.of(field.dataType()))
                .toList();
        RowLayout layout = new RowLayout(
                kinds,
                roles.variables().size(),
                seed,
                folds,
                groups.map(RowGroups::numbers).orElse(Map.of()));
        JavaRDD<ReadBlock> blocks = selected.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions((Iterator<InternalRow> rows) -> new BlockReader(rows, layout))
                .persist(StorageLevel.MEMORY_ONLY());
        return new RowTable(
                place, roles, layout, blocks, groups.map(RowGroups::names).orElse(List.of()));
    }

    private static Column[] numbers(Dataset<Row> data, RowRoles roles) {
        return Arrays.stream(data.select(columns(roles)).schema().fields())
                .map(RowTable::numbers)
                .toArray(Column[]::new);
    }

    private static Column[] columns(RowRoles roles) {
        return roles.columns().stream()
                .map(name -> functions.col(Sql.quoted(name)))
                .toArray(Column[]::new);
    }

    private static Column numbers(StructField field) {
        Column column = functions.col(Sql.quoted(field.name()));
        return NumberKind.has(field.dataType()) ? column : column.cast(DataTypes.DoubleType);
    }

    /**
     * Draws rows in proportion to the rows in each stratum of the target. Which ones are drawn follows from the rows
     * and the seed, and not from the order or the parts in which they are read.
     *
     * @param count the number of rows; fewer if the table has no more
     */
    public RowSample sample(int count) {
        return new StratifiedSample(place, roles, layout, this::survey).draw(count);
    }

    private RowSurvey survey(double[] edges, int[] capacities) {
        RowLayout own = layout;
        return blocks.mapPartitions((Iterator<ReadBlock> part) -> {
                    RowSurvey survey = new RowSurvey(own, edges, capacities);
                    part.forEachRemaining(survey::add);
                    return List.of(survey).iterator();
                })
                .treeReduce(RowSurvey::add, DEPTH);
    }

    /** Counts the rows that have a finite number in each column. */
    public RowCount count() {
        int columns = layout.kinds().size();
        LeftOut counts = blocks.mapPartitions((Iterator<ReadBlock> part) -> {
                    LeftOut sum = new LeftOut(columns);
                    part.forEachRemaining(block -> sum.add(block.leftOut()));
                    return List.of(sum).iterator();
                })
                .treeReduce(
                        (some, others) -> {
                            some.add(others);
                            return some;
                        },
                        DEPTH);
        return new RowCount(counts.rowsKept(), counts.text(roles.columns()));
    }

    /** Returns the rows for passes, whose number is known. */
    public AllRows rows(long count) {
        return new SparkRows(blocks, count, layout.folds(), groups);
    }

    /** Releases the memory of the blocks. */
    @Override
    public void close() {
        if (!blocks.context().isStopped()) {
            blocks.unpersist();
        }
    }
}
