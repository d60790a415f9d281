package org.spolia.experiment.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.row.ProbeScore;

/** The scores of a probe for the embeddings of a table by one encoder. */
public final class ProbeScores {
    private static final int FOLDS = 5;

    private final String experimentId;
    private final String experiment;
    private final ProbeConfig probe;
    private final ProbeArm arm;
    private final LabelledVectors learned;
    private final List<LabelledVectors> others;
    private final TargetHeads heads;

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
        this.heads = TargetHeads.of(probe, learned, others);
    }

    /**
     * Returns a row for each head, size, seed, split and metric.
     *
     * @param experiment its name
     * @param learned the embeddings of the training table
     * @param others embeddings by the same encoder of further scored tables
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
     * Returns a row for each split and metric of an encoder that is trained to predict frames, of the last frame, and
     * of the mean.
     *
     * @param experiment its name
     * @param probe with one size and one seed
     * @param channels the number of channels of a frame
     * @param learned the frames of the training table, each by itself
     * @param others frames of further scored tables
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
        List<LearningHead> heads = List.of(
                new LearningHead(
                        ProbeScore.FINETUNE,
                        metrics,
                        (train, folds) -> scores.emulator(train, folds, channels, trainer)),
                new LearningHead(
                        ProbeScore.PERSISTENCE,
                        metrics,
                        (train, folds) -> scores.forecast(Forecast.persistence(), channels, TrainedHead.Choice.NONE)),
                new LearningHead(
                        ProbeScore.MEAN,
                        metrics,
                        (train, folds) -> scores.forecast(Forecast.mean(channels), channels, TrainedHead.Choice.NONE)));
        return scores.rows(heads, probe.sizes().get(0), probe.seeds().get(0)).toList();
    }

    private LearningHead.Trained emulator(int[] train, int[] folds, int channels, RunTrainer trainer) {
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

    private LearningHead.Trained forecast(Forecast forecast, int channels, TrainedHead.Choice choice) {
        return new LearningHead.Trained(
                (vectors, rows) -> forecast.scores(
                        vectors.runs(rows).stream().map(vectors::values).toList(), arm.frames(), channels),
                choice);
    }

    /**
     * Returns a row for each split and metric of a head that is trained by gradients, or of an encoder trained with it.
     *
     * @param experiment its name
     * @param probe with one size and one seed
     * @param head the head to train
     * @param learned the unprepared samples of the training table
     * @param others samples of further scored tables
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
        LearningHead learning = scores.heads.of(head, trainer);
        return scores.rows(
                        List.of(learning), probe.sizes().get(0), probe.seeds().get(0))
                .toList();
    }

    private List<ProbeScore> rows() {
        record Subset(int size, long seed) {}

        List<LearningHead> wanted = probe.heads().stream()
                .filter(head -> !head.learnsByGradients())
                .map(heads::of)
                .toList();
        List<Subset> subsets = new ArrayList<>();
        // The largest first, so that no single core finishes late with them. The distribution over cores changes no
        // bit.
        for (int i = probe.sizes().size() - 1; i >= 0; i--) {
            int size = probe.sizes().get(i);
            probe.seeds().forEach(seed -> subsets.add(new Subset(size, seed)));
        }
        return subsets.parallelStream()
                .flatMap(subset -> rows(wanted, subset.size, subset.seed))
                .toList();
    }

    private Stream<ProbeScore> rows(List<LearningHead> wanted, int size, long seed) {
        List<String> order = learned.targets().training(seed);
        List<String> groups = order.size() < size ? List.of() : learned.present(order.subList(0, size));
        int[] train = learned.ofGroups(groups);
        String reason = obstacle(order.size(), size, groups.size());
        List<ProbeScore> rows = new ArrayList<>();
        for (LearningHead head : wanted) {
            LearningHead.Trained trained = reason == null ? train(head, train, groups) : null;
            for (Part part : parts()) {
                rows.addAll(scores(head, size, seed, train.length, part, trained, reason));
            }
        }
        return rows.stream();
    }

    /** Returns why training is impossible; null if it is possible. */
    private @Nullable String obstacle(int available, int size, int present) {
        if (available < size) {
            return "there are " + available + " groups to learn from, and a size " + size;
        }
        if (present < 2) {
            return "an encoder made vectors of " + present + " of the groups, and choosing a head needs 2";
        }
        if (probe.classes() && heads.classes() < 2) {
            return "the target has one class";
        }
        if (probe.predictsFrames() && frames(learned.all()) <= arm.frames()) {
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

    /** Returns the number of frames of the longest trajectory. */
    private int frames(int[] rows) {
        return learned.runs(rows).stream().mapToInt(run -> run.length).max().orElse(0);
    }

    private LearningHead.Trained train(LearningHead head, int[] train, List<String> groups) {
        int[] folds = new int[train.length];
        for (int row = 0; row < train.length; row++) {
            folds[row] = groups.indexOf(learned.group(train[row])) % FOLDS;
        }
        return head.learning().learn(train, folds);
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
            LearningHead head,
            int size,
            long seed,
            int trainRows,
            Part part,
            LearningHead.@Nullable Trained trained,
            @Nullable String reason) {
        String problem = reason == null && part.rows.length == 0 ? "there is no vector to score" : reason;
        Map<String, Double> values =
                problem == null && trained != null ? trained.scores().apply(part.vectors, part.rows) : Map.of();
        List<ProbeScore> scores = new ArrayList<>();
        TrainedHead.Choice choice = trained == null ? TrainedHead.Choice.NONE : trained.choice();
        for (String metric : head.metrics()) {
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
                    head.name(),
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
        return probe.predictsFrames()
                ? "no scored trajectory has enough frames after its first " + arm.frames()
                        + ", or a predicted frame is not finite"
                : "it does not exist for the targets that are scored, such as equal ones";
    }

    /** Scored rows. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(String split, LabelledVectors vectors, int[] rows) {}
}
