package org.spolia.jobs.stages;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Warehouse;

/** What stage utility wrote about the experiments of a warehouse, at the version that the table has when it is made. */
public final class PastExperiments implements Experience {
    private final Warehouse warehouse;
    private final TableState utilities;

    public PastExperiments(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.utilities = warehouse.state(Table.OPERATOR_UTILITY);
    }

    @Override
    public List<OperatorUtility> utilities(String experiment) {
        Dataset<Row> all = warehouse.read(Table.OPERATOR_UTILITY, utilities);
        Dataset<Row> asked = warehouse
                .read(Table.EXPERIMENTS)
                .filter(functions
                        .col("name")
                        .equalTo(experiment)
                        .or(functions.col("experiment_id").equalTo(experiment)))
                .select("experiment_id");
        List<OperatorUtility> found =
                all.join(asked, new String[] {"experiment_id"}, "left_semi").collectAsList().stream()
                        .map(row -> RecordRows.toRecord(row, OperatorUtility.class))
                        .toList();
        List<String> ids = found.stream()
                .map(OperatorUtility::experimentId)
                .distinct()
                .sorted()
                .toList();
        if (ids.isEmpty()) {
            throw new ExperimentException("Table operator_utility has nothing about experiment '" + experiment
                    + "', which 'complexity' learns from; run it to stage utility in this warehouse first, or "
                    + Suggestion.instead(experiment, known(all)));
        }
        if (ids.size() > 1) {
            throw new ExperimentException(ids.size() + " experiments with utilities are called '" + experiment
                    + "'; name the one that 'complexity' learns from by its id: " + String.join(" or ", ids));
        }
        return found;
    }

    private List<String> known(Dataset<Row> utilities) {
        return warehouse
                .read(Table.EXPERIMENTS)
                .join(utilities, new String[] {"experiment_id"}, "left_semi")
                .select("name")
                .distinct()
                .sort("name")
                .as(Encoders.STRING())
                .collectAsList();
    }
}
