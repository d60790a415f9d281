package org.spolia.jobs.cli.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.MatchConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.jobs.cli.common.OptionalConfigFlags;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.experience.PastExperiments;
import org.spolia.jobs.features.FeaturesStage;
import org.spolia.jobs.pipeline.StageCounts;
import org.spolia.jobs.pipeline.StageInfo;
import org.spolia.jobs.pipeline.StageStatus;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.sky.SkyStage;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.WarehouseLock;
import org.spolia.jobs.trial.WarehouseFeatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code status}: needs no lock, so it also answers while another process works in the warehouse. Spark starts only where the
 * configuration names something that Spark alone can list, or where the warehouse is large or not local.
 */
@Command(
        name = "status",
        description = "Print how many trials, files, runs or matches each stage has done, runs, failed and has left.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private OptionalConfigFlags config = new OptionalConfigFlags();

    @Override
    public Integer call() {
        Optional<ExperimentConfig> configured = config.load();
        List<FeatureProblem> derived =
                configured.map(ExperimentConfig::featureProblems).orElse(List.of());
        ExistingTables tables = ExistingTables.find(session);
        StageCounts counts = tables.counts();
        Optional<WarehouseLock.Holder> holder = session.warehouse().local().flatMap(WarehouseLock::holder);
        System.out.println(session.warehouse()
                + holder.map(process -> ", in use by " + process).orElse(", nothing runs"));
        System.out.printf(
                Locale.ROOT, "%-7s %9s %9s %9s %9s %9s%n", "stage", "done", "running", "failed", "left", "total");
        // What was started by a process that is gone was killed, and is left to do.
        boolean alive = holder.isPresent() || session.warehouse().local().isEmpty();
        long files = configured.map(ExperimentConfig::shards).orElse(List.of()).stream()
                .mapToLong(shard -> ShardStage.of(shard, tables.warehouse()).listed())
                .sum();
        StageStatus shard = counts.ofFiles(files);
        if (shard.total() > 0) {
            print(shard, alive);
        }
        List<MatchConfig> matches = configured.map(ExperimentConfig::matches).orElse(List.of());
        if (!matches.isEmpty()) {
            print(SkyStage.status(matches, tables.warehouse()), alive);
        }
        StageStatus embed = counts.ofEmbeddings(embedded(configured, counts));
        if (embed.total() > 0) {
            print(embed, alive);
        }
        StageStatus features = counts.ofFeatures(derived.stream()
                .mapToLong(problem -> FeaturesStage.listed(problem, tables.warehouse()))
                .sum());
        if (features.total() > 0) {
            print(features, alive);
        }
        Optional<String> experiment =
                configured.filter(ExperimentConfig::hasTrials).map(asked -> experimentId(asked, tables));
        for (StageInfo stage : List.of(StageInfo.SEARCH, StageInfo.SCORE)) {
            print(counts.ofTrials(stage, experiment), alive);
        }
        return 0;
    }

    /** Files that encoders are to take, each as often as there are encoders and settings for it. */
    private static long embedded(Optional<ExperimentConfig> configured, StageCounts counts) {
        List<EmbeddingConfig> embeddings =
                configured.map(ExperimentConfig::embeddings).orElse(List.of());
        if (embeddings.isEmpty()) {
            return 0;
        }
        Map<String, Long> files = counts.shardedFiles();
        return embeddings.stream()
                .flatMap(embedding -> embedding.tables().stream())
                .mapToLong(table -> files.getOrDefault(table.substring(table.indexOf('.') + 1), 0L))
                .sum();
    }

    /** The id of an experiment; before the rows that it is made of are there it has none, and nothing of it is planned. */
    private static String experimentId(ExperimentConfig config, ExistingTables tables) {
        if (!config.learns() && !config.derives() && !config.learnsFromItself()) {
            return Planner.plan(config).experiment().experimentId();
        }
        Warehouse warehouse = tables.warehouse();
        WarehouseFeatures features = new WarehouseFeatures(warehouse, config);
        return features.areThere(config)
                ? Planner.plan(config, new PastExperiments(warehouse), features)
                        .experiment()
                        .experimentId()
                : "";
    }

    private static void print(StageStatus status, boolean alive) {
        long running = alive ? status.started() : 0;
        System.out.printf(
                Locale.ROOT,
                "%-7s %9d %9d %9d %9d %9d%n",
                status.stage(),
                status.done(),
                running,
                status.failed(),
                status.left() + status.started() - running,
                status.total());
    }
}
