package org.spolia.jobs.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.planning.ObservationBlocks;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.row.ExperimentVersion;
import org.spolia.experiment.row.Observation;
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
    // The size of the data sets that share a commit: far below the memory of a driver, far above the cost of a small
    // file.
    private static final long BYTES_PER_COMMIT = 32L << 20;

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
        add(warehouse, Table.EXPERIMENTS, List.of(plan.experiment()));
        add(warehouse, Table.PROBLEMS, plan.problems());
        add(warehouse, Table.OPERATOR_SETS, plan.operatorSets());
        add(warehouse, Table.EXPERIMENT_SETS, plan.experimentSets());
        addObservations(warehouse, plan);
        add(warehouse, Table.EXPERIMENT_TRIALS, plan.experimentTrials());
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

    private static void add(Warehouse warehouse, Table table, List<? extends Record> records) {
        List<? extends Record> missing = warehouse.missing(table, records);
        if (!missing.isEmpty()) {
            warehouse.append(table, missing);
        }
    }

    /** All blocks of a data set share a commit, so a data set is complete when its first block exists. */
    private static void addObservations(Warehouse warehouse, Plan plan) {
        Set<String> present = warehouse.present(Table.OBSERVATIONS, "dataset_id", plan.datasetIds());
        List<Observation> blocks = new ArrayList<>();
        long bytes = 0;
        for (String id : plan.datasetIds()) {
            if (present.contains(id)) {
                continue;
            }
            Dataset dataset = plan.dataset(id);
            if (bytes + dataset.bytes() > BYTES_PER_COMMIT && !blocks.isEmpty()) {
                warehouse.append(Table.OBSERVATIONS, blocks);
                blocks.clear();
                bytes = 0;
            }
            blocks.addAll(ObservationBlocks.cut(dataset));
            bytes += dataset.bytes();
        }
        if (!blocks.isEmpty()) {
            warehouse.append(Table.OBSERVATIONS, blocks);
        }
    }

    /** A file of the table is a unit of admission, so each unit is the only partition of a writing task. */
    private static int addTrials(Warehouse warehouse, Plan plan) {
        List<Trial> missing = warehouse.missing(Table.TRIALS, plan.trials());
        if (missing.isEmpty()) {
            return 0;
        }
        List<List<Row>> units = new ArrayList<>();
        for (List<Trial> unit : plan.admissionUnits(missing, SparkSessions.slots(warehouse.spark()))) {
            units.add(RecordRows.toRows(unit, Table.TRIALS.schema()));
        }
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext())
                .parallelize(units, units.size())
                .flatMap(List::iterator);
        warehouse.append(Table.TRIALS, warehouse.spark().createDataFrame(rows, Table.TRIALS.schema()));
        return missing.size();
    }
}
