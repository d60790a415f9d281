package org.spolia.jobs.utility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.concept.ConceptRows;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.experiment.configuration.operator.ListedOperators;
import org.spolia.experiment.configuration.operator.OperatorDesign;
import org.spolia.experiment.planning.Designs;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.utility.LawScore;
import org.spolia.experiment.utility.ListScore;
import org.spolia.experiment.utility.SetComparisons;
import org.spolia.experiment.utility.TrialScore;
import org.spolia.experiment.utility.UtilityAnalysis;
import org.spolia.experiment.utility.UtilityTables;
import org.spolia.jobs.experience.DiscoveredLaws;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@code utility}: compares the operator lists of an experiment, estimates the effects of the operators of its designs
 * and their transfer, tests which complexity measure of laws predicts extrapolation, and mines concepts that the laws
 * share. Trials whose data have a shortcut, or only chosen variables, answer another question and do not count.
 */
public final class UtilityStage {
    private UtilityStage() {}

    /**
     * Replaces the rows of an experiment. There are no effects without designs, and no comparison of lists with fewer
     * than two lists.
     *
     * @param sets all sets of the experiment, lists and cells of designs
     * @return whether there was anything to do
     */
    public static boolean run(
            Warehouse warehouse, String experimentId, List<ListedOperators> sets, List<OperatorDesign> designs) {
        List<ListedOperators> lists = Designs.lists(sets, designs);
        Summary summary = Summary.of(warehouse, UtilityDefinition.INFO, experimentId);
        List<Table> lacking = summary.lacking().stream()
                .filter(output -> output.equals(Table.CONCEPTS)
                        || (output.equals(Table.SET_COMPARISONS) ? lists.size() > 1 : !designs.isEmpty()))
                .toList();
        if (lacking.isEmpty()) {
            return false;
        }
        Dataset<Row> trials = trials(summary, experimentId);
        List<ProblemRow> problems = problems(summary, trials);
        if (lacking.contains(Table.CONCEPTS)) {
            summary.replace(Table.CONCEPTS, ConceptRows.of(experimentId, problems, laws(summary, trials)));
        }
        if (lacking.contains(Table.SET_COMPARISONS)) {
            summary.replace(
                    Table.SET_COMPARISONS,
                    SetComparisons.of(experimentId, lists, problems, listScores(summary, trials)));
        }
        List<Table> effects = lacking.stream()
                .filter(output -> !output.equals(Table.CONCEPTS) && !output.equals(Table.SET_COMPARISONS))
                .toList();
        if (!effects.isEmpty()) {
            UtilityTables tables = UtilityAnalysis.of(experimentId, designs, problems, trialScores(summary, trials))
                    .tables(lawScores(summary, trials));
            effects.forEach(output -> summary.replace(output, rows(output, tables)));
        }
        return true;
    }

    private static List<? extends Record> rows(Table output, UtilityTables tables) {
        Map<Table, List<? extends Record>> rows = Map.of(
                Table.OPERATOR_UTILITY, tables.utilities(),
                Table.OPERATOR_TRANSFER, tables.transfers(),
                Table.COST_AUC, tables.areas());
        return Objects.requireNonNull(rows.get(output), () -> output + " is not an output of effects");
    }

    private static Dataset<Row> trials(Summary summary, String experimentId) {
        Dataset<Row> wanted = summary.read(Table.EXPERIMENT_TRIALS)
                .filter(functions.col("experiment_id").equalTo(experimentId));
        Dataset<Row> whole = summary.read(Table.PROBLEMS).filter("variable_choice = 'all'");
        return summary.read(Table.TRIALS)
                .filter("NOT shortcut")
                .join(wanted, new String[] {"trial_id"}, "left_semi")
                .join(whole, new String[] {"problem_id"}, "left_semi")
                .selectExpr(
                        "trial_id",
                        "problem_id",
                        "operator_set_id",
                        "noise",
                        "concat_ws(' ', noise, data_seed, seed, complexity_prior) AS block");
    }

    private static List<ProblemRow> problems(Summary summary, Dataset<Row> trials) {
        return summary
                .read(Table.PROBLEMS)
                .join(trials, new String[] {"problem_id"}, "left_semi")
                .sort("problem_id")
                .collectAsList()
                .stream()
                .map(row -> RecordRows.toRecord(row, ProblemRow.class))
                .toList();
    }

    private static List<TrialScore> trialScores(Summary summary, Dataset<Row> trials) {
        List<TrialScore> scores = new ArrayList<>();
        summary.read(Table.CANDIDATES)
                .filter("selected")
                .select("trial_id", "complexity", "rank")
                .join(trials, "trial_id")
                .join(ofSplit(summary, "ood", "g AS g_ood"), DiscoveredLaws.key(), "left")
                .join(ofSplit(summary, "test", "g AS g_test"), DiscoveredLaws.key(), "left")
                .withColumn("g", functions.expr("coalesce(g_ood, g_test)"))
                .filter("g IS NOT NULL")
                .collectAsList()
                .forEach(row -> scores.add(RecordRows.toRecord(row, TrialScore.class)));
        return scores;
    }

    private static List<ListScore> listScores(Summary summary, Dataset<Row> trials) {
        List<ListScore> scores = new ArrayList<>();
        summary.read(Table.CANDIDATES)
                .filter("selected")
                .select("trial_id", "complexity", "rank")
                .join(trials, "trial_id")
                .join(ofSplit(summary, "test", "g AS g_test", "nmse AS nmse_test"), DiscoveredLaws.key(), "left")
                .join(
                        ofSplit(summary, "ood", "g AS g_ood", "nmse AS nmse_ood", "recovered"),
                        DiscoveredLaws.key(),
                        "left")
                .collectAsList()
                .forEach(row -> scores.add(RecordRows.toRecord(row, ListScore.class)));
        return scores;
    }

    private static List<DiscoveredLaw> laws(Summary summary, Dataset<Row> trials) {
        return DiscoveredLaws.of(trials, summary.read(Table.CANDIDATES).filter("selected"), summary.read(Table.SCORES));
    }

    private static Iterator<LawScore> lawScores(Summary summary, Dataset<Row> trials) {
        Iterator<Row> rows = summary.read(Table.CANDIDATES)
                .join(trials, "trial_id")
                .join(ofSplit(summary, "train", "nmse AS nmse_train"), DiscoveredLaws.key())
                .join(ofSplit(summary, "ood", "nmse AS nmse_ood"), DiscoveredLaws.key())
                .filter("nmse_train IS NOT NULL")
                .sort("problem_id", "trial_id", "complexity", "rank")
                .toLocalIterator();
        return CollectionConverters.asJava(
                CollectionConverters.asScala(rows).map(row -> RecordRows.toRecord(row, LawScore.class)));
    }

    private static Dataset<Row> ofSplit(Summary summary, String split, String... numbers) {
        return summary.read(Table.SCORES)
                .filter(functions
                        .col("model")
                        .equalTo("law")
                        .and(functions.col("split").equalTo(split)))
                .selectExpr(Stream.concat(Arrays.stream(DiscoveredLaws.key()), Arrays.stream(numbers))
                        .toArray(String[]::new));
    }
}
