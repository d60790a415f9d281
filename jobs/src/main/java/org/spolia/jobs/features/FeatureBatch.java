package org.spolia.jobs.features;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.row.Feature;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.ComputedBatch;
import org.spolia.jobs.stream.DatasetBroadcasts;
import org.spolia.jobs.stream.ItemFunction;
import org.spolia.jobs.stream.ItemReport;
import org.spolia.jobs.stream.ItemRows;
import org.spolia.jobs.stream.WorkItem;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.symbolic.export.Sql;

/** The blocks of rows that one batch adds to a problem. */
final class FeatureBatch {
    private FeatureBatch() {}

    /** The function that a task applies to a trajectory, or to the objects of a file. */
    interface Function<W extends Serializable> extends ItemFunction<W> {
        /**
         * Returns the rows; empty if every row lacks a value.
         *
         * @throws IllegalArgumentException if the work cannot give rows
         */
        Optional<Feature> features(W work);

        @Override
        default ItemRows apply(W work) {
            try {
                List<Feature> blocks = features(work).stream().toList();
                return new ItemRows(
                        Map.of(Table.FEATURES, RecordRows.toRows(blocks, Table.FEATURES.schema())),
                        null,
                        null,
                        blocks.isEmpty() ? "no row has a finite value of each quantity" : null);
            } catch (IllegalArgumentException e) {
                return new ItemRows(Map.of(), null, null, e.getMessage());
            }
        }
    }

    /**
     * Computes the rows of all trajectories.
     *
     * @throws ExperimentException if none of them gives a row, because the request is then at fault
     */
    static <W extends Serializable> ComputedBatch compute(
            Batch batch, FeatureProblem problem, List<String> names, JavaRDD<WorkItem<W>> items, Function<W> function) {
        ComputedBatch computed = ComputedBatch.compute(
                batch,
                DatasetBroadcasts.none(),
                names.stream().map(name -> subject(problem, name)).sorted().toList(),
                items.map(item -> new WorkItem<>(subject(problem, item.id()), item.work())),
                function);
        List<ItemReport> reports = computed.reports().stream()
                .sorted(Comparator.comparing(ItemReport::id))
                .toList();
        if (!reports.isEmpty() && reports.stream().allMatch(ItemReport::failed)) {
            computed.close();
            throw new ExperimentException("Problem '" + problem.id() + "': "
                    + reports.get(0).id() + " has no rows: "
                    + reports.get(0).reason());
        }
        return computed;
    }

    /** The id of an item in the table attempts. */
    private static String subject(FeatureProblem problem, String name) {
        return problem.dataset() + "/" + name + ", for " + problem.id();
    }

    /** Returns some columns in Spark's internal form. */
    static JavaRDD<InternalRow> internal(Dataset<Row> rows, String... columns) {
        Column[] wanted = Arrays.stream(columns)
                .map(name -> functions.col(Sql.quoted(name)))
                .toArray(Column[]::new);
        return InternalRows.of(rows.select(wanted));
    }
}
