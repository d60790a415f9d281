package org.spolia.jobs.pretrain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.pretraining.Objective;
import org.spolia.embedding.pretraining.PretrainedEncoder;
import org.spolia.embedding.pretraining.SampleSet;
import org.spolia.embedding.token.Tokeniser;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.PretrainingArchitecture;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.experiment.row.PretrainingRow;
import org.spolia.jobs.encoder.PretrainedBundles;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.symbolic.key.Names;

/**
 * {@code pretrain}: trains encoders on frames without labels. Each seed of each entry is a separate task with its own
 * summary: a pure function of the tables at their versions.
 */
public final class PretrainStage {
    /** The number of steps whose mean loss is reported. */
    private static final int REPORTED_STEPS = 50;

    private final Warehouse warehouse;
    private final List<Training> lacking = new ArrayList<>();
    private final Map<PretrainingConfig, SampleDraw> draws = new LinkedHashMap<>();

    private record Training(PretrainingConfig config, long seed, List<ShardTable> tables, Summary summary) {}

    private PretrainStage(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Trains the encoders that do not exist yet for the current versions of the tables.
     *
     * @param log receives a line about each encoder as soon as it is stored
     * @return whether there was anything to do
     * @throws ExperimentException if a table, column or sample is missing, or the loss of an encoder is not a number
     */
    public static boolean run(Warehouse warehouse, List<PretrainingConfig> configs, Consumer<String> log) {
        PretrainStage stage = new PretrainStage(warehouse);
        configs.forEach(stage::find);
        if (!stage.lacking.isEmpty()) {
            stage.train(log);
        }
        return !stage.lacking.isEmpty();
    }

    private void find(PretrainingConfig config) {
        List<ShardTable> tables = config.tables().stream().map(this::table).toList();
        for (long seed : config.seeds()) {
            Summary summary = Summary.of(
                    warehouse, PretrainDefinition.INFO, config.id(seed), tables, List.of(Long.toString(seed)));
            if (!summary.lacking().isEmpty()) {
                lacking.add(new Training(config, seed, tables, summary));
            }
        }
    }

    private ShardTable table(String name) {
        return warehouse
                .shardTable(name)
                .orElseThrow(() -> new ExperimentException("There is no table " + name
                        + " to learn from; create it with stage shard, from a data set of that name in 'shards'"));
    }

    private void train(Consumer<String> log) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
        Map<PretrainingConfig, Broadcast<PretrainingData>> broadcasts = new LinkedHashMap<>();
        List<Future<List<PretrainedEncoder>>> encoders = new ArrayList<>();
        try {
            List<PretrainTask.Work> works = new ArrayList<>();
            for (Training training : lacking) {
                PretrainingConfig config = training.config();
                Broadcast<PretrainingData> broadcast =
                        broadcasts.computeIfAbsent(config, key -> context.broadcast(data(training)));
                works.add(PretrainTask.Work.of(config, training.seed(), broadcast));
            }
            // Separate jobs, so that an encoder is stored while others are still training.
            works.forEach(work -> encoders.add(context.parallelize(List.of(work), 1)
                    .map(new PretrainTask())
                    .collectAsync()));
            for (int i = 0; i < encoders.size(); i++) {
                PretrainedEncoder encoder = Concurrently.result(encoders.get(i)).get(0);
                keep(lacking.get(i), encoder);
                log.accept(outcome(lacking.get(i), encoder.losses()) + " (" + (i + 1) + " of " + encoders.size() + ")");
            }
        } finally {
            encoders.forEach(encoder -> encoder.cancel(true));
            broadcasts.values().forEach(Broadcast::destroy);
        }
    }

    private PretrainingData data(Training training) {
        PretrainingConfig config = training.config();
        if (config.architecture() == PretrainingArchitecture.TOKENS) {
            Tokeniser tokeniser = CodecFitting.fit(config, training.tables(), training.summary());
            return new PretrainingData.OfTokens(tokeniser, sets(training, tokeniser));
        }
        return new PretrainingData.OfFrames(
                sets(training, null),
                Architecture.valueOf(config.architecture().name()),
                Objective.valueOf(config.objective().name()));
    }

    private List<SampleSet> sets(Training training, @Nullable Tokeniser tokeniser) {
        PretrainingConfig config = training.config();
        PretrainingSamples read =
                PretrainingSamples.read(warehouse.spark(), config, training.tables(), training.summary(), tokeniser);
        if (read.sets().isEmpty()) {
            throw new ExperimentException("Pretraining '" + config.name() + "': tables "
                    + String.join(", ", config.tables()) + " have no sample to learn from, but "
                    + read.draw().unusable()
                    + " that are not finite or too short; check 'splits', 'where' and 'window'");
        }
        draws.put(config, read.draw());
        return read.sets();
    }

    /** Writes the bundle before the row that refers to it. */
    private void keep(Training training, PretrainedEncoder encoder) {
        PretrainedBundles.write(encoder.bundle(), warehouse);
        training.summary().replace(Table.PRETRAININGS, List.of(row(training, encoder)));
    }

    private PretrainingRow row(Training training, PretrainedEncoder encoder) {
        PretrainingConfig config = training.config();
        SampleDraw draw = Objects.requireNonNull(draws.get(config));
        return new PretrainingRow(
                config.id(training.seed()),
                config.name(),
                training.seed(),
                encoder.bundle().id(),
                Names.kebab(config.architecture()),
                Names.kebab(config.objective()),
                config.hidden(),
                config.steps(),
                config.batchSize(),
                config.learningRate(),
                config.setting(SampleColumns.of(training.tables().get(0), config.inputCols())
                        .channels()),
                config.tables(),
                training.tables().stream()
                        .map(table -> training.summary().version(table))
                        .toList(),
                config.splits(),
                config.where(),
                draw.held(),
                draw.found(),
                draw.unusable(),
                encoder.losses());
    }

    private static String outcome(Training training, float[] losses) {
        String name = training.config().name() + " " + training.seed();
        if (losses.length == 0) {
            return name + ": the random encoder, since 'steps' is 0";
        }
        int steps = Math.min(REPORTED_STEPS, losses.length);
        return String.format(
                Locale.ROOT,
                "%s: loss %.3f in the first %d of %d steps, %.3f in the last",
                name,
                mean(losses, 0, steps),
                steps,
                losses.length,
                mean(losses, losses.length - steps, losses.length));
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
