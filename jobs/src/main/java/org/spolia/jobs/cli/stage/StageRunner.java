package org.spolia.jobs.cli.stage;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.Stage;
import org.spolia.experiment.configuration.data.MatchConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.planning.TooFewProblems;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.report.Report;
import org.spolia.experiment.report.page.Heading;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.embed.EmbedStage;
import org.spolia.jobs.experience.PastExperiments;
import org.spolia.jobs.features.FeaturesStage;
import org.spolia.jobs.pipeline.ProgressListener;
import org.spolia.jobs.pipeline.RowStage;
import org.spolia.jobs.pretrain.PretrainStage;
import org.spolia.jobs.probe.ProbeStage;
import org.spolia.jobs.report.ReportStage;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.sky.SkyStage;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.WarehouseLock;
import org.spolia.jobs.trial.PlanStage;
import org.spolia.jobs.trial.ScoreStage;
import org.spolia.jobs.trial.SearchStage;
import org.spolia.jobs.utility.UtilityStage;

/** Runs stages one after the other in one session. Whatever is wrong with the configuration is found before anything is written. */
public final class StageRunner {
    private final SessionFlags session;
    private final boolean strict;
    private final PrintStream out = System.out;
    private final ProgressDisplay progress = ProgressDisplay.create(System.out);

    /**
     * Runs stages in one session.
     *
     * @param strict whether a damaged file ends the stage shard
     */
    public StageRunner(SessionFlags session, boolean strict) {
        this.session = session;
        this.strict = strict;
    }

    /** Runs these stages until nothing is left to do. */
    public void runOnce(ExperimentConfig config, List<Stage> stages) {
        if (stages.equals(List.of(Stage.SHARD)) && config.shards().isEmpty()) {
            say(Stage.SHARD, "nothing to do, the configuration has no 'shards'");
            return;
        }
        if (stages.equals(List.of(Stage.SKY)) && config.matches().isEmpty()) {
            say(Stage.SKY, "nothing to do, the configuration has no 'matches'");
            return;
        }
        if (stages.equals(List.of(Stage.PRETRAIN)) && config.pretraining().isEmpty()) {
            say(Stage.PRETRAIN, "nothing to do, the configuration has no 'pretraining'");
            return;
        }
        if (stages.equals(List.of(Stage.EMBED)) && config.embeddings().isEmpty()) {
            say(Stage.EMBED, "nothing to do, the configuration has no 'embeddings'");
            return;
        }
        if (stages.equals(List.of(Stage.PROBE)) && config.probes().isEmpty()) {
            say(Stage.PROBE, "nothing to do, the configuration has no 'probes'");
            return;
        }
        if (stages.equals(List.of(Stage.FEATURES)) && config.featureProblems().isEmpty()) {
            say(Stage.FEATURES, "nothing to do, no problem has a 'source'");
            return;
        }
        runOnce(config, stages, warehouse -> {});
    }

    /** Runs these stages until nothing is left to do, then looks at what is there in the same session. */
    public void runOnce(ExperimentConfig config, List<Stage> stages, Consumer<Warehouse> afterwards) {
        withWarehouse(config, stages, (warehouse, plan) -> {
            for (Stage stage : stages) {
                SparkSessions.expectQueriesOver(warehouse.spark(), bytesAsked(warehouse, stage));
                switch (stage) {
                    case SHARD -> shard(warehouse, config);
                    case SKY -> sky(warehouse, config);
                    case PRETRAIN -> pretrain(warehouse, config);
                    case EMBED -> embed(warehouse, config);
                    case FEATURES -> features(warehouse, config);
                    case PLAN -> plan(warehouse, plan.get(), config);
                    case SEARCH -> runRows(warehouse, stage);
                    case SCORE -> {
                        runRows(warehouse, stage);
                        learn(warehouse, stages, plan);
                    }
                    case UTILITY -> utility(warehouse, plan.get(), config);
                    case PROBE -> probe(warehouse, config);
                    case REPORT -> report(warehouse, config, plan);
                }
                progress.finish();
            }
            afterwards.accept(warehouse);
        });
    }

    /** Runs the plan among these stages once, and those over rows for ever; summaries are for what has ended. */
    void runContinuously(ExperimentConfig config, List<Stage> stages, Duration interval) {
        withWarehouse(config, stages, (warehouse, plan) -> {
            SparkSessions.expectQueriesOver(warehouse.spark(), 0);
            List<StreamingQuery> queries = new ArrayList<>();
            BatchLog log = new BatchLog(out, Clock.systemUTC());
            warehouse.spark().streams().addListener(new BatchListener(log));
            for (Stage stage : stages) {
                if (stage == Stage.FEATURES
                        && stages.contains(Stage.PLAN)
                        && !config.featureProblems().isEmpty()) {
                    // Of what is there now; a plan is made once.
                    shard(warehouse, config);
                    features(warehouse, config);
                }
                if (stage == Stage.PLAN) {
                    plan(warehouse, plan.get(), config);
                }
                List<RowStage> rowStages = rowStages(warehouse, config, stage);
                if (!rowStages.isEmpty()) {
                    log.start(stage.name().toLowerCase(Locale.ROOT), interval);
                }
                for (RowStage rows : rowStages) {
                    queries.add(rows.start(warehouse, interval, ProgressListener.SILENT));
                }
            }
            if (!queries.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(log::summary));
                awaitAny(warehouse.spark());
            }
        });
    }

    private void withWarehouse(ExperimentConfig config, List<Stage> stages, Work work) {
        boolean planned = !config.problems().isEmpty()
                && !EnumSet.of(
                                Stage.SHARD,
                                Stage.SKY,
                                Stage.PRETRAIN,
                                Stage.EMBED,
                                Stage.FEATURES,
                                Stage.SEARCH,
                                Stage.SCORE,
                                Stage.PROBE)
                        .containsAll(stages);
        boolean late = config.derives() || config.learnsFromItself();
        FutureTask<SparkSession> opening = session.opening();
        Plan early;
        Optional<WarehouseLock> lock;
        try {
            early = planned && !config.learns() && !late ? Planner.plan(config) : null;
            lock = session.warehouse().local().map(WarehouseLock::acquire);
        } catch (RuntimeException e) {
            awaitEnd(opening, e);
            throw e;
        }
        try {
            SparkSession spark = Concurrently.result(opening);
            Warehouse warehouse = Warehouse.at(spark, session.warehouse());
            boolean learns = planned && config.learns();
            if (learns && warehouse.isEmpty()) {
                throw new ExperimentException("The experiment learns from another one, and there are no tables in "
                        + session.warehouse() + "; run that one first, or name another --warehouse");
            }
            Plan plan = learns && !late ? Planner.plan(config, new PastExperiments(warehouse)) : early;
            warehouse.create();
            work.run(warehouse, plan == null ? new LatePlan(config, warehouse) : () -> plan);
        } finally {
            lock.ifPresent(WarehouseLock::close);
        }
    }

    /** A process that ends while Spark starts says more than what was wrong. */
    private static void awaitEnd(FutureTask<SparkSession> opening, RuntimeException reason) {
        try {
            Concurrently.result(opening);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** What the queries of a stage read; rows that are handed on, or searched, ask Spark nothing. */
    private static long bytesAsked(Warehouse warehouse, Stage stage) {
        return switch (stage) {
            case SHARD, PRETRAIN, EMBED, FEATURES, PLAN, SEARCH, SCORE -> 0;
            case SKY -> warehouse.bytes(warehouse.shardTables(ShardKind.SURVEYS));
            case PROBE -> warehouse.bytes(List.of(Table.EMBEDDINGS));
            case UTILITY, REPORT -> warehouse.bytes(List.of(Table.CANDIDATES, Table.SCORES));
        };
    }

    private void shard(Warehouse warehouse, ExperimentConfig config) {
        for (ShardConfig shard : config.shards()) {
            ShardStage stage = ShardStage.of(shard, warehouse);
            boolean worked = stage.runOnce(strict, progress);
            say(Stage.SHARD, worked ? stage.outcome() : "nothing to do for " + stage.table());
        }
    }

    private void sky(Warehouse warehouse, ExperimentConfig config) {
        for (MatchConfig match : config.matches()) {
            say(Stage.SKY, SkyStage.of(match, warehouse).run().orElse("nothing to do for " + match.name()));
        }
    }

    private void pretrain(Warehouse warehouse, ExperimentConfig config) {
        if (config.pretraining().isEmpty()) {
            return;
        }
        if (!PretrainStage.run(warehouse, config.pretraining(), made -> say(Stage.PRETRAIN, made))) {
            say(Stage.PRETRAIN, "nothing to do");
        }
    }

    private void embed(Warehouse warehouse, ExperimentConfig config) {
        for (EmbedStage stage : embedStages(warehouse, config)) {
            boolean worked = stage.rows().runOnce(warehouse, progress);
            say(Stage.EMBED, worked ? stage.outcome() : "nothing to do for " + stage.title());
        }
    }

    private List<EmbedStage> embedStages(Warehouse warehouse, ExperimentConfig config) {
        List<EmbedStage> stages = new ArrayList<>();
        for (EmbeddingConfig embedding : config.embeddings()) {
            for (String table : embedding.tables()) {
                EmbedStage.of(embedding, table, warehouse)
                        .ifPresentOrElse(
                                stages::add,
                                () -> say(Stage.EMBED, "nothing to do for " + table + ", which has no rows"));
            }
        }
        return stages;
    }

    private void features(Warehouse warehouse, ExperimentConfig config) {
        for (FeatureProblem problem : config.featureProblems()) {
            FeaturesStage stage = FeaturesStage.of(problem, warehouse);
            boolean worked = stage.rows().runOnce(warehouse, progress);
            say(Stage.FEATURES, worked ? stage.outcome() : "nothing to do for " + problem.id());
        }
    }

    private void plan(Warehouse warehouse, Plan plan, ExperimentConfig config) {
        if (plan(warehouse, plan) > 0) {
            TooFewProblems.warnings(config).forEach(warning -> say(Stage.PLAN, "note: " + warning));
        }
    }

    /** Returns how many trials were new. */
    private int plan(Warehouse warehouse, Plan plan) {
        int added = PlanStage.run(warehouse, plan);
        int all = plan.trials().size();
        say(
                Stage.PLAN,
                added == 0
                        ? "nothing to do, all " + all + " trials are there"
                        : added + " of " + all + " trials added");
        if (!plan.awaited().isEmpty()) {
            say(
                    Stage.PLAN,
                    "more when the laws of " + String.join(", ", plan.awaited()) + " are scored; plan again then");
        }
        return added;
    }

    /** What awaited laws is planned, searched and scored now that they are there. */
    private void learn(Warehouse warehouse, List<Stage> stages, Supplier<Plan> plan) {
        if (stages.containsAll(List.of(Stage.PLAN, Stage.SEARCH))
                && plan instanceof LatePlan late
                && !late.get().awaited().isEmpty()) {
            plan(warehouse, late.again());
            runRows(warehouse, Stage.SEARCH);
            runRows(warehouse, Stage.SCORE);
        }
    }

    private void utility(Warehouse warehouse, Plan plan, ExperimentConfig config) {
        boolean worked =
                UtilityStage.run(warehouse, plan.experiment().experimentId(), config.operatorSets(), config.designs());
        String effects = config.designs().isEmpty()
                ? "no design of operator sets whose effects could be told apart"
                : "effects of " + factors(config) + " factors";
        say(Stage.UTILITY, worked ? "concepts of laws; " + effects : "nothing to do");
    }

    private static int factors(ExperimentConfig config) {
        return config.designs().stream()
                .mapToInt(design -> design.factors().size())
                .sum();
    }

    private void probe(Warehouse warehouse, ExperimentConfig config) {
        if (config.probes().isEmpty()) {
            return;
        }
        boolean worked = ProbeStage.run(warehouse, config.name(), config.probes(), config.embeddings());
        say(
                Stage.PROBE,
                worked ? "scores of " + config.probes().size() + " probes, in the view probe_curve" : "nothing to do");
    }

    private void report(Warehouse warehouse, ExperimentConfig config, Supplier<Plan> plan) {
        if (!config.probes().isEmpty()) {
            String id = ProbeStage.experimentId(config.name(), config.probes());
            Heading heading = new Heading(id, config.name(), config.description());
            say(warehouse, Report.PROBES, ReportStage.run(warehouse, Report.PROBES, heading));
        }
        if (!config.problems().isEmpty()) {
            say(warehouse, Report.TRIALS, ReportStage.run(warehouse, plan.get().experiment()));
        }
    }

    private void say(Warehouse warehouse, Report report, boolean written) {
        say(
                Stage.REPORT,
                (written ? "written: " : "nothing to do, it is in ")
                        + ReportStage.page(warehouse, report).toUri().getPath());
    }

    private void say(Stage stage, String text) {
        out.printf(Locale.ROOT, "%-7s %s%n", stage.name().toLowerCase(Locale.ROOT), text);
    }

    private void runRows(Warehouse warehouse, Stage stage) {
        boolean worked = false;
        for (RowStage rows : rowStages(stage)) {
            worked |= rows.runOnce(warehouse, progress);
        }
        if (!worked) {
            say(stage, "nothing to do");
        }
    }

    private List<RowStage> rowStages(Warehouse warehouse, ExperimentConfig config, Stage stage) {
        if (stage == Stage.SHARD) {
            return config.shards().stream()
                    .map(shard -> ShardStage.of(shard, warehouse).rows(strict))
                    .toList();
        }
        if (stage == Stage.EMBED) {
            return embedStages(warehouse, config).stream().map(EmbedStage::rows).toList();
        }
        if (stage == Stage.FEATURES) {
            return config.featureProblems().stream()
                    .map(problem -> FeaturesStage.of(problem, warehouse).rows())
                    .toList();
        }
        return rowStages(stage);
    }

    private static List<RowStage> rowStages(Stage stage) {
        return switch (stage) {
            case SEARCH -> List.of(SearchStage.create());
            case SCORE -> List.of(ScoreStage.ofLaws(), ScoreStage.ofBaselines());
            case SHARD, SKY, PRETRAIN, EMBED, FEATURES, PLAN, UTILITY, PROBE, REPORT -> List.of();
        };
    }

    private static void awaitAny(SparkSession spark) {
        try {
            spark.streams().awaitAnyTermination();
        } catch (StreamingQueryException e) {
            throw new IllegalStateException("A stage ended", e);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(Warehouse warehouse, Supplier<Plan> plan);
    }
}
