package org.spolia.jobs.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.MonitorConfig;
import org.spolia.experiment.monitor.Law;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.jobs.tables.Table;

/** The laws that a configuration wants to watch. */
final class WantedLaws {
    private final ExperimentConfig config;
    private final Function<Table, Dataset<Row>> tables;

    WantedLaws(ExperimentConfig config, Function<Table, Dataset<Row>> tables) {
        this.config = config;
        this.tables = tables;
    }

    /** Returns the laws of all monitors, each once. */
    List<Law> all() {
        List<Law> laws = new ArrayList<>();
        config.monitors().forEach(monitor -> laws.addAll(of(monitor)));
        return laws.stream().distinct().toList();
    }

    /** Returns the laws of a monitor, each once. */
    List<Law> of(MonitorConfig monitor) {
        FeatureProblem problem = config.problem(monitor);
        List<String> texts = monitor.laws().isEmpty() ? selected(problem) : monitor.laws();
        return texts.stream().map(text -> Law.of(problem, text)).distinct().toList();
    }

    /**
     * The equations that trials have selected. Those of earlier versions stay, because files that arrive make a new
     * version. Trials with a shortcut, or with chosen variables, answer another question.
     */
    private List<String> selected(FeatureProblem problem) {
        Dataset<Row> versions = tables.apply(Table.EXPERIMENTS)
                .filter(functions.col("name").equalTo(config.name()))
                .select("experiment_id");
        Dataset<Row> problems = tables.apply(Table.PROBLEMS)
                .filter(functions
                        .col("name")
                        .equalTo(problem.id())
                        .and(functions.col("variable_choice").equalTo(ProblemRow.ALL))
                        .and(functions
                                .col("variables")
                                .equalTo(functions.lit(problem.variableNames().toArray(String[]::new)))));
        Dataset<Row> trials = tables.apply(Table.TRIALS)
                .filter("NOT shortcut")
                .join(problems, new String[] {"problem_id"}, "left_semi")
                .join(
                        tables.apply(Table.EXPERIMENT_TRIALS)
                                .join(versions, new String[] {"experiment_id"}, "left_semi"),
                        new String[] {"trial_id"},
                        "left_semi");
        return tables
                .apply(Table.CANDIDATES)
                .filter("selected")
                .join(trials, new String[] {"trial_id"}, "left_semi")
                .select("expression")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList()
                .stream()
                .sorted()
                .toList();
    }
}
