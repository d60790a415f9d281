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
import org.spolia.jobs.pipeline.Summary;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * {@code pretrain}: lets encoders learn from frames without labels. Each seed of each entry is a task, and a summary of its own: a pure
 * function of the tables at their versions.
 */
public final class PretrainStage {
    /** Steps whose mean losses are told. */
    private static final int TOLD_STEPS = 50;

    private final Warehouse warehouse;
    private final List<Training> lacking = new ArrayList<>();
    private final Map<PretrainingConfig, SampleDraw> draws = new LinkedHashMap<>();

    private record Training(PretrainingConfig config, long seed, List<ShardTable> tables, Summary summary) {}

    private PretrainStage(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Makes the encoders that the tables have none for as they are now.
     *
     * @param told is told what was made, a line for each, as soon as it is kept
     * @return whether there was anything to do
     * @throws ExperimentException if a table, column or sample is missing, or the loss of an encoder is no number
     */
    public static boolean run(Warehouse warehouse, List<PretrainingConfig> configs, Consumer<String> told) {
        PretrainStage stage = new PretrainStage(warehouse);
        configs.forEach(stage::find);
        if (!stage.lacking.isEmpty()) {
            stage.train(told);
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
                        + " to learn from; make it with stage shard, from a data set of that name in 'shards'"));
    }

    private void train(Consumer<String> told) {
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
            // Jobs of their own, so that what one has learned is kept while the others still learn.
            works.forEach(work -> encoders.add(context.parallelize(List.of(work), 1)
                    .map(new PretrainTask())
                    .collectAsync()));
            for (int i = 0; i < encoders.size(); i++) {
                PretrainedEncoder encoder = Concurrently.result(encoders.get(i)).get(0);
                keep(lacking.get(i), encoder);
                told.accept(
                        outcome(lacking.get(i), encoder.losses()) + " (" + (i + 1) + " of " + encoders.size() + ")");
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
                    + String.join(", ", config.tables()) + " have no sample to learn from, and "
                    + read.draw().unusable()
                    + " that are not finite or too short; look at 'splits', 'where' and 'window'");
        }
        draws.put(config, read.draw());
        return read.sets();
    }

    /** The bundle is there before the row that says so. */
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
                config.architecture().inWords(),
                config.objective().inWords(),
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
        int told = Math.min(TOLD_STEPS, losses.length);
        return String.format(
                Locale.ROOT,
                "%s: loss %.3f in the first %d of %d steps, %.3f in the last",
                name,
                mean(losses, 0, told),
                told,
                losses.length,
                mean(losses, losses.length - told, losses.length));
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
