package org.spolia.jobs.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.rows.AllRows;

/**
 * The rows of a table on the executors, as blocks of columns. Blocks stay in memory as far as there is room for them,
 * and are read again where there is none. Rows without a finite number in each column are left out and counted.
 */
public final class RowTable implements AutoCloseable {
    private static final int STRATA = 16;
    private static final int ROWS_FOR_STRATA = 256 * STRATA;

    /** Room for strata that have more rows than the first rows make believe. */
    private static final double ROOM = 1.25;

    private static final int LEAST_ROOM = 64;
    private static final int DEPTH = 2;

    private final String place;
    private final RowRoles roles;
    private final RowLayout layout;
    private final JavaRDD<ReadBlock> blocks;

    private RowTable(String place, RowRoles roles, RowLayout layout, JavaRDD<ReadBlock> blocks) {
        this.place = place;
        this.roles = roles;
        this.layout = layout;
        this.blocks = blocks;
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
        Dataset<Row> selected =
                data.select(Arrays.stream(data.select(columns(roles)).schema().fields())
                        .map(RowTable::numbers)
                        .toArray(Column[]::new));
        List<NumberKind> kinds = Arrays.stream(selected.schema().fields())
                .map(field -> NumberKind.of(field.dataType()))
                .toList();
        RowLayout layout = new RowLayout(kinds, roles.variables().size(), seed, folds);
        JavaRDD<ReadBlock> blocks = selected.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions((Iterator<InternalRow> rows) -> new BlockReader(rows, layout))
                .persist(StorageLevel.MEMORY_ONLY());
        return new RowTable(place, roles, layout, blocks);
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
        RowSurvey first = survey(new double[0], new int[] {ROWS_FOR_STRATA});
        require(first);
        double[] targets = first.strata()[0].take(ROWS_FOR_STRATA).stream()
                .mapToDouble(row -> row[layout.variables()])
                .sorted()
                .toArray();
        double[] edges = edges(targets);
        int[] capacities = new int[edges.length + 1];
        for (int stratum = 0; stratum < capacities.length; stratum++) {
            int inside = place(targets, edges, stratum + 1) - place(targets, edges, stratum);
            double share = first.rows() <= count ? 1 : ROOM * inside / targets.length;
            capacities[stratum] = (int) Math.ceil(share * count) + LEAST_ROOM;
        }
        RowSurvey second = survey(edges, capacities);
        List<double[]> rows = new ArrayList<>();
        long passed = 0;
        long all = second.rows();
        long wanted = Math.min(count, all);
        for (RowSketch stratum : second.strata()) {
            long before = passed * wanted / all;
            passed += stratum.rows();
            rows.addAll(stratum.take((int) (passed * wanted / all - before)));
        }
        rows.sort(Arrays::compare);
        return new RowSample(place, roles.columns(), rows, all, second.leftOut().text(roles.columns()));
    }

    /** Returns the values of the target at which a new stratum begins. */
    private static double[] edges(double[] sorted) {
        return IntStream.range(1, STRATA)
                .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / STRATA)])
                .filter(edge -> edge > sorted[0])
                .distinct()
                .toArray();
    }

    /** Returns the number of targets before a stratum. */
    private static int place(double[] sorted, double[] edges, int stratum) {
        if (stratum == 0 || stratum > edges.length) {
            return stratum == 0 ? 0 : sorted.length;
        }
        int place = Arrays.binarySearch(sorted, edges[stratum - 1]);
        while (place > 0 && sorted[place - 1] == sorted[place]) {
            place--;
        }
        return place;
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

    private void require(RowSurvey survey) {
        for (int column = 0; column < roles.columns().size(); column++) {
            long inexact = survey.leftOut().inexactIn(column);
            if (inexact > 0) {
                throw new ExperimentException(
                        place + ": column '" + roles.columns().get(column) + "': " + inexact
                                + " values have more digits than a double can hold; scale it with --query");
            }
        }
        if (survey.rows() < 2) {
            throw new ExperimentException(place + ": has "
                    + (survey.rows() == 0 ? "no row" : "1 row") + " with a finite number in each column"
                    + survey.leftOut()
                            .text(roles.columns())
                            .map(text -> " (" + text + ")")
                            .orElse("")
                    + "; a regression needs at least 2");
        }
        if (survey.leftOut().rowsWithoutWeight() > 0) {
            throw new ExperimentException(place + ": column '" + roles.weight() + "': "
                    + survey.leftOut().rowsWithoutWeight() + " weights are not allowed; weights must be > 0");
        }
        if (!survey.varies()) {
            throw new ExperimentException(place + ": column '" + roles.target() + "': is "
                    + Decimal.shortest(survey.least()) + " in every row; a target must vary");
        }
    }

    /** Counts the rows that have a finite number in each column, and returns them for passes. */
    public AllRows rows() {
        return rows(blocks.mapPartitions((Iterator<ReadBlock> part) -> {
                    long count = 0;
                    while (part.hasNext()) {
                        count += part.next().rows().rows();
                    }
                    return List.of(count).iterator();
                })
                .treeReduce(Long::sum, DEPTH));
    }

    /** Returns the rows for passes, whose number is known. */
    public AllRows rows(long count) {
        return new SparkRows(blocks, count, layout.folds());
    }

    /** Releases the memory of the blocks. */
    @Override
    public void close() {
        if (!blocks.context().isStopped()) {
            blocks.unpersist();
        }
    }
}
