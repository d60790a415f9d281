package org.spolia.experiment.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.ProbeConfig;
import org.spolia.experiment.configuration.ProbeHead;
import org.spolia.experiment.row.ProbeScore;

/** The scores of a probe for the vectors that one encoder made of a table. */
public final class ProbeScores {
    private static final int FOLDS = 5;

    private final String experimentId;
    private final String experiment;
    private final ProbeConfig probe;
    private final ProbeArm arm;
    private final LabelledVectors learned;
    private final List<LabelledVectors> others;
    private final List<String> labels;
    private final Segments segments;

    private ProbeScores(
            String experimentId,
            String experiment,
            ProbeConfig probe,
            ProbeArm arm,
            LabelledVectors learned,
            List<LabelledVectors> others) {
        this.experimentId = experimentId;
        this.experiment = experiment;
        this.probe = probe;
        this.arm = arm;
        this.learned = learned;
        this.others = others;
        Set<String> all = new TreeSet<>(learned.targets().labels());
        others.forEach(other -> all.addAll(other.targets().labels()));
        this.labels = List.copyOf(all);
        this.segments = Segments.of(Stream.concat(Stream.of(learned), others.stream())
                .map(LabelledVectors::targets)
                .toList());
    }

    /**
     * A row for each head, size, seed, split and metric.
     *
     * @param experiment its name
     * @param learned the vectors of the table
     * @param others vectors by the same encoder of tables that are scored too
     */
    public static List<ProbeScore> of(
            String experimentId,
            String experiment,
            ProbeConfig probe,
            ProbeArm arm,
            LabelledVectors learned,
            List<LabelledVectors> others) {
        return new ProbeScores(experimentId, experiment, probe, arm, learned, others).rows();
    }

    /**
     * A row for each split and metric of an encoder that learns to foretell frames, of the last frame that stays, and of the mean.
     *
     * @param experiment its name
     * @param probe with one size and one seed
     * @param channels of a frame
     * @param learned the frames of the table, each by itself
     * @param others frames of tables that are scored too
     */
    public static List<ProbeScore> forecasts(
            String experimentId,
            String experiment,
            ProbeConfig probe,
            ProbeArm arm,
            int channels,
            LabelledVectors learned,
            List<LabelledVectors> others,
            RunTrainer trainer) {
        ProbeScores scores = new ProbeScores(experimentId, experiment, probe, arm, learned, others);
        List<String> metrics = List.copyOf(ProbeScore.VRMSE.keySet());
        List<Head> heads = List.of(
                new Head(
                        ProbeScore.FINETUNE,
                        metrics,
                        (train, folds) -> scores.emulator(train, folds, channels, trainer)),
                new Head(
                        ProbeScore.PERSISTENCE,
                        metrics,
                        (train, folds) -> scores.forecast(Forecast.persistence(), channels, TrainedHead.Choice.NONE)),
                new Head(
                        ProbeScore.MEAN,
                        metrics,
                        (train, folds) -> scores.forecast(Forecast.mean(channels), channels, TrainedHead.Choice.NONE)));
        return scores.rows(heads, probe.sizes().get(0), probe.seeds().get(0)).toList();
    }

    private Trained emulator(int[] train, int[] folds, int channels, RunTrainer trainer) {
        Map<Integer, Integer> foldOfRow = new HashMap<>();
        for (int i = 0; i < train.length; i++) {
            foldOfRow.put(train[i], folds[i]);
        }
        List<int[]> runs = learned.runs(train);
        boolean[] heldOut = new boolean[runs.size()];
        for (int run = 0; run < heldOut.length; run++) {
            heldOut[run] = Objects.requireNonNull(foldOfRow.get(runs.get(run)[0])) == 0;
        }
        RunTrainer.Trained trained =
                trainer.train(runs.stream().map(learned::values).toList(), heldOut);
        return forecast(
                trained.forecast(), channels, TrainedHead.Choice.ofTraining(trained.learningRate(), trained.steps()));
    }

    private Trained forecast(Forecast forecast, int channels, TrainedHead.Choice choice) {
        return new Trained(
                (vectors, rows) -> forecast.scores(
                        vectors.runs(rows).stream().map(vectors::values).toList(), arm.frames(), channels),
                choice);
    }

    /**
     * A row for each split and metric of what learns by gradients, such as an encoder itself.
     *
     * @param experiment its name
     * @param probe with one size and one seed
     * @param head that learns
     * @param learned the samples of the table as they are
     * @param others samples of tables that are scored too
     */
    public static List<ProbeScore> trained(
            String experimentId,
            String experiment,
            ProbeConfig probe,
            ProbeArm arm,
            String head,
            LabelledVectors learned,
            List<LabelledVectors> others,
            SampleTrainer trainer) {
        ProbeScores scores = new ProbeScores(experimentId, experiment, probe, arm, learned, others);
        Head learning = new Head(
                head,
                TrainedHead.metrics(probe.classes()),
                (train, folds) -> scores.trained(TrainedHead.of(
                        trainer, learned.vectors(train), scores.target(learned, train), scores.classes(), folds)));
        return scores.rows(
                        List.of(learning), probe.sizes().get(0), probe.seeds().get(0))
                .toList();
    }

    private Head head(ProbeHead head) {
        String name = head.name().toLowerCase(Locale.ROOT);
        if (learned.targets().length() == 0) {
            return new Head(
                    name,
                    TrainedHead.metrics(head, probe.classes()),
                    (train, folds) -> trained(
                            TrainedHead.of(head, learned.vectors(train), target(learned, train), classes(), folds)));
        }
        if (probe.classes()) {
            return new Head(
                    name,
                    segments.metrics(),
                    (train, folds) -> ofArrays(TrainedHead.ofArrays(
                            head,
                            learned.vectors(train),
                            segments.indicators(learned.arrays(train)),
                            folds,
                            segments::scores)));
        }
        return new Head(
                name,
                TrainedHead.metrics(false),
                (train, folds) -> ofArrays(TrainedHead.ofArrays(
                        head, learned.vectors(train), learned.arrays(train), folds, TrainedHead::arrayScores)));
    }

    private static Trained ofArrays(TrainedHead<double[][]> head) {
        return new Trained(
                (vectors, rows) -> head.scores().apply(vectors.vectors(rows), vectors.arrays(rows)), head.choice());
    }

    private Trained trained(TrainedHead<double[]> head) {
        return new Trained(
                (vectors, rows) -> head.scores().apply(vectors.vectors(rows), target(vectors, rows)), head.choice());
    }

    private int classes() {
        return probe.classes() ? labels.size() : 0;
    }

    private List<ProbeScore> rows() {
        record Subset(int size, long seed) {}

        List<Head> heads = probe.heads().stream()
                .filter(head -> !head.learnsByGradients())
                .map(this::head)
                .toList();
        List<Subset> subsets = new ArrayList<>();
        // The largest first, so that they do not end up alone on one core; how they are shared out changes no bit.
        for (int i = probe.sizes().size() - 1; i >= 0; i--) {
            int size = probe.sizes().get(i);
            probe.seeds().forEach(seed -> subsets.add(new Subset(size, seed)));
        }
        return subsets.parallelStream()
                .flatMap(subset -> rows(heads, subset.size, subset.seed))
                .toList();
    }

    private Stream<ProbeScore> rows(List<Head> heads, int size, long seed) {
        List<String> order = learned.targets().training(seed);
        List<String> groups = order.size() < size ? List.of() : learned.present(order.subList(0, size));
        int[] train = learned.ofGroups(groups);
        String reason = obstacle(order.size(), size, groups.size());
        List<ProbeScore> rows = new ArrayList<>();
        for (Head head : heads) {
            Trained trained = reason == null ? train(head, train, groups) : null;
            for (Part part : parts()) {
                rows.addAll(scores(head, size, seed, train.length, part, trained, reason));
            }
        }
        return rows.stream();
    }

    /** Why nothing can be learned; null if something can. */
    private @Nullable String obstacle(int available, int size, int present) {
        if (available < size) {
            return "there are " + available + " groups to learn from, and a size " + size;
        }
        if (present < 2) {
            return "an encoder made vectors of " + present + " of the groups, and choosing a head needs 2";
        }
        int count = learned.targets().length() > 0 ? segments.classes().size() : labels.size();
        if (probe.classes() && count < 2) {
            return "the target has one class";
        }
        if (probe.foretellsFrames() && frames(learned.all()) <= arm.frames()) {
            return "runs have " + frames(learned.all()) + " frames, and none follows a window of " + arm.frames();
        }
        for (LabelledVectors other : others) {
            if (other.targets().length() != learned.targets().length()) {
                return "arrays have " + learned.targets().length() + " values, and those of " + other.dataset() + " "
                        + other.targets().length();
            }
        }
        return learned.mixture()
                .or(() -> others.stream()
                        .flatMap(other -> other.mixture().stream())
                        .findFirst())
                .orElse(null);
    }

    /** The frames of the longest run. */
    private int frames(int[] rows) {
        return learned.runs(rows).stream().mapToInt(run -> run.length).max().orElse(0);
    }

    private Trained train(Head head, int[] train, List<String> groups) {
        int[] folds = new int[train.length];
        for (int row = 0; row < train.length; row++) {
            folds[row] = groups.indexOf(learned.group(train[row])) % FOLDS;
        }
        return head.learning.learn(train, folds);
    }

    private double[] target(LabelledVectors vectors, int[] rows) {
        return probe.classes() ? vectors.classes(rows, labels) : vectors.numbers(rows);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                ProbeScore.TEST, learned, learned.ofGroups(learned.targets().test())));
        if (probe.shifted().hasRange()) {
            parts.add(new Part(ProbeScore.SHIFTED, learned, learned.shifted()));
        }
        others.forEach(other -> parts.add(new Part(ProbeScore.SHIFTED, other, other.all())));
        return parts;
    }

    private List<ProbeScore> scores(
            Head head,
            int size,
            long seed,
            int trainRows,
            Part part,
            @Nullable Trained trained,
            @Nullable String reason) {
        String problem = reason == null && part.rows.length == 0 ? "there is no vector to score" : reason;
        Map<String, Double> values =
                problem == null && trained != null ? trained.scores.apply(part.vectors, part.rows) : Map.of();
        List<ProbeScore> scores = new ArrayList<>();
        TrainedHead.Choice choice = trained == null ? TrainedHead.Choice.NONE : trained.choice;
        for (String metric : head.metrics) {
            double value = values.getOrDefault(metric, Double.NaN);
            boolean exists = Double.isFinite(value);
            scores.add(new ProbeScore(
                    experimentId,
                    experiment,
                    probe.name(),
                    learned.dataset(),
                    probe.quantity(),
                    arm.encoderId(),
                    arm.encoder(),
                    arm.setting(),
                    arm.frames(),
                    arm.stride(),
                    head.name,
                    size,
                    seed,
                    part.split,
                    part.vectors.dataset(),
                    metric,
                    exists ? (Double) value : null,
                    part.rows.length,
                    trainRows,
                    choice.penalty(),
                    choice.neighbours(),
                    choice.learningRate(),
                    choice.steps(),
                    exists ? null : problem == null ? noValue() : problem));
        }
        return scores;
    }

    private String noValue() {
        return probe.foretellsFrames()
                ? "no run that is scored has so many frames after its first " + arm.frames()
                        + ", or one that is foretold is not finite"
                : "it does not exist for the targets that are scored, such as equal ones";
    }

    /** What learns, with its name and those of its scores. */
    private record Head(String name, List<String> metrics, Learning learning) {}

    @FunctionalInterface
    private interface Learning {
        Trained learn(int[] train, int[] folds);
    }

    /** What has learned, and its scores on rows. */
    private record Trained(BiFunction<LabelledVectors, int[], Map<String, Double>> scores, TrainedHead.Choice choice) {}

    /** Rows that are scored. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(String split, LabelledVectors vectors, int[] rows) {}
}
