package org.spolia.jobs.experience;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.row.ConceptRow;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Warehouse;

/**
 * The output of stage utility about the experiments of a warehouse, and the laws found in it, at the versions that the
 * tables have on creation.
 */
public final class PastExperiments implements Experience {
    private final Warehouse warehouse;
    private final TableState utilities;
    private final TableState concepts;
    private final TableState trials;
    private final TableState candidates;
    private final TableState scores;

    public PastExperiments(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.utilities = warehouse.state(Table.OPERATOR_UTILITY);
        this.concepts = warehouse.state(Table.CONCEPTS);
        // Scores refer to candidates, and candidates to trials, that were written before them.
        this.scores = warehouse.state(Table.SCORES);
        this.candidates = warehouse.state(Table.CANDIDATES);
        this.trials = warehouse.state(Table.TRIALS);
    }

    @Override
    public List<OperatorUtility> utilities(String experiment) {
        return rows(experiment, Table.OPERATOR_UTILITY, OperatorUtility.class, "complexities are learned");
    }

    @Override
    public List<ConceptRow> concepts(String experiment) {
        return rows(experiment, Table.CONCEPTS, ConceptRow.class, "concepts are read");
    }

    @Override
    public List<DiscoveredLaw> laws(Collection<String> trialIds) {
        if (!trials.exists() || !candidates.exists() || !scores.exists()) {
            return List.of();
        }
        return DiscoveredLaws.of(
                warehouse
                        .read(Table.TRIALS, trials)
                        .filter(functions.col("trial_id").isInCollection(trialIds))
                        .select("trial_id", "problem_id"),
                warehouse.read(Table.CANDIDATES, candidates),
                warehouse.read(Table.SCORES, scores));
    }

    /** The sorted names of the experiments that have utilities. */
    public List<String> withUtilities() {
        return known(warehouse.read(Table.OPERATOR_UTILITY, utilities));
    }

    private <T extends Record> List<T> rows(String experiment, Table table, Class<T> type, String use) {
        Dataset<Row> all = warehouse.read(table, table.equals(Table.CONCEPTS) ? concepts : utilities);
        Dataset<Row> asked = warehouse
                .read(Table.EXPERIMENTS)
                .filter(functions
                        .col("name")
                        .equalTo(experiment)
                        .or(functions.col("experiment_id").equalTo(experiment)))
                .select("experiment_id");
        List<Row> found =
                all.join(asked, new String[] {"experiment_id"}, "left_semi").collectAsList();
        List<String> ids = found.stream()
                .map(row -> row.<String>getAs("experiment_id"))
                .distinct()
                .sorted()
                .toList();
        if (ids.isEmpty()) {
            throw new ExperimentException("Table " + table + " has no rows of experiment '" + experiment
                    + "', which " + use + " from; run it to stage utility in this warehouse first, or "
                    + Suggestion.instead(experiment, known(all)));
        }
        if (ids.size() > 1) {
            throw new ExperimentException(ids.size() + " experiments in table " + table + " have the name '"
                    + experiment + "'; name the one that " + use + " from by its id: " + String.join(" or ", ids));
        }
        return found.stream().map(row -> RecordRows.toRecord(row, type)).toList();
    }

    private List<String> known(Dataset<Row> rows) {
        return warehouse
                .read(Table.EXPERIMENTS)
                .join(rows, new String[] {"experiment_id"}, "left_semi")
                .select("name")
                .distinct()
                .sort("name")
                .as(Encoders.STRING())
                .collectAsList();
    }
}
