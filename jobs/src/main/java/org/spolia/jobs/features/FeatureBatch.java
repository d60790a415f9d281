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
import org.spolia.jobs.pipeline.Batch;
import org.spolia.jobs.pipeline.DatasetBroadcasts;
import org.spolia.jobs.pipeline.TrialBatch;
import org.spolia.jobs.pipeline.TrialFunction;
import org.spolia.jobs.pipeline.TrialReport;
import org.spolia.jobs.pipeline.TrialRows;
import org.spolia.jobs.pipeline.TrialTask;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.symbolic.export.Sql;

/** The blocks of rows that one batch gives a problem. */
final class FeatureBatch {
    private FeatureBatch() {}

    /** What a task does with a run, or with the objects of a file. */
    interface Function<W extends Serializable> extends TrialFunction<W> {
        /**
         * The rows; none if a value is missing in each.
         *
         * @throws IllegalArgumentException if there can be none
         */
        Optional<Feature> features(W work);

        @Override
        default TrialRows apply(W work) {
            try {
                List<Feature> blocks = features(work).stream().toList();
                return new TrialRows(
                        Map.of(Table.FEATURES, RecordRows.toRows(blocks, Table.FEATURES.schema())),
                        null,
                        null,
                        blocks.isEmpty() ? "no row has a finite value of each quantity" : null);
            } catch (IllegalArgumentException e) {
                return new TrialRows(Map.of(), null, null, e.getMessage());
            }
        }
    }

    /**
     * Computes the rows of all runs.
     *
     * @throws ExperimentException if none of them gives a row, which is the fault of what was asked for
     */
    static <W extends Serializable> TrialBatch compute(
            Batch batch,
            FeatureProblem problem,
            List<String> names,
            JavaRDD<TrialTask<W>> tasks,
            Function<W> function) {
        TrialBatch computed = TrialBatch.compute(
                batch,
                DatasetBroadcasts.none(),
                names.stream().map(name -> subject(problem, name)).sorted().toList(),
                tasks.map(task -> new TrialTask<>(subject(problem, task.trialId()), task.work())),
                function);
        List<TrialReport> reports = computed.reports().stream()
                .sorted(Comparator.comparing(TrialReport::trialId))
                .toList();
        if (!reports.isEmpty() && reports.stream().allMatch(TrialReport::failed)) {
            computed.close();
            throw new ExperimentException("Problem '" + problem.id() + "': "
                    + reports.get(0).trialId() + " gives no row: "
                    + reports.get(0).reason());
        }
        return computed;
    }

    /** What attempts are called after. */
    private static String subject(FeatureProblem problem, String name) {
        return problem.dataset() + "/" + name + ", for " + problem.id();
    }

    /** Some columns as Spark holds them. */
    static JavaRDD<InternalRow> internal(Dataset<Row> rows, String... columns) {
        Column[] wanted = Arrays.stream(columns)
                .map(name -> functions.col(Sql.quoted(name)))
                .toArray(Column[]::new);
        return InternalRows.of(rows.select(wanted));
    }
}
