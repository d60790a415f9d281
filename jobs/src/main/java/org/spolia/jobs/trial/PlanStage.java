package org.spolia.jobs.trial;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.row.ExperimentVersion;
import org.spolia.experiment.row.Trial;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.stage.Completion;
import org.spolia.jobs.stage.VersionOrder;
import org.spolia.jobs.stream.Checkpoint;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * {@code plan}: adds the requested rows that the tables lack, table by table, trials last. A reader that finds a trial
 * therefore finds everything that it refers to. If nothing is new, nothing is committed.
 */
public final class PlanStage {
    private PlanStage() {}

    /**
     * Adds the rows of a plan.
     *
     * @return the number of new trials
     */
    public static int run(Warehouse warehouse, Plan plan) {
        Completion completion = new Completion(
                warehouse,
                Checkpoint.folder(
                        warehouse, PlanDefinition.INFO.name(), plan.experiment().experimentId()));
        if (completion.isOf(marks(warehouse))) {
            return 0;
        }
        warehouse.appendMissing(Table.EXPERIMENTS, List.of(plan.experiment()));
        warehouse.appendMissing(Table.PROBLEMS, plan.problems());
        warehouse.appendMissing(Table.OPERATOR_SETS, plan.operatorSets());
        warehouse.appendMissing(Table.EXPERIMENT_SETS, plan.experimentSets());
        NewObservations.of(warehouse, plan).append();
        warehouse.appendMissing(Table.EXPERIMENT_TRIALS, plan.experimentTrials());
        VersionOrder.makeLatest(
                warehouse,
                ExperimentVersion.TRIALS,
                plan.experiment().name(),
                plan.experiment().experimentId());
        int added = addTrials(warehouse, plan);
        if (plan.awaited().isEmpty()) {
            completion.record(marks(warehouse));
        }
        return added;
    }

    private static List<String> marks(Warehouse warehouse) {
        return PlanDefinition.INFO.writes().stream()
                .map(table -> warehouse.state(table).mark())
                .toList();
    }

    /** A file of the table is a unit of admission, so each unit is the only partition of a writing task. */
    private static int addTrials(Warehouse warehouse, Plan plan) {
        return warehouse
                .appendChosen(
                        Table.TRIALS,
                        seen -> warehouse.missing(Table.TRIALS, plan.trials()),
                        trials -> inUnits(warehouse.spark(), plan, trials))
                .size();
    }

    private static Dataset<Row> inUnits(SparkSession spark, Plan plan, List<Trial> trials) {
        List<List<Row>> units = new ArrayList<>();
        for (List<Trial> unit : plan.admissionUnits(trials, SparkSessions.slots(spark))) {
            units.add(RecordRows.toRows(unit, Table.TRIALS.schema()));
        }
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(units, units.size())
                .flatMap(List::iterator);
        return spark.createDataFrame(rows, Table.TRIALS.schema());
    }
}
