package org.spolia.experiment.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.probe.FineTuningConfig;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.configuration.probe.ProbeGroups;
import org.spolia.experiment.configuration.probe.ProbeHead;
import org.spolia.experiment.configuration.probe.ProbeShift;
import org.spolia.experiment.row.EncoderSimilarity;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.experiment.sample.FrameKey;

/**
 * Embeddings of 100 files with two trajectories of two windows each: the speed of the file with noise, or only noise.
 */
class ProbeScoresTest {
    private static final int FILES = 100;
    private static final String TABLE = "simulations.waves";
    private static final ProbeArm ARM = new ProbeArm("encoder", "encoder", "u", 2, 2);
    private static final FineTuningConfig ALONE = new FineTuningConfig(List.of(), List.of(0.001), List.of(1), 1);
    private static final ProbeShift NONE = new ProbeShift("", -1e308, 1e308, List.of());

    @Test
    void aHiddenTargetIsFoundBetterWithMoreLabelsAndNoiseNever() {
        ProbeConfig probe = probe(false, List.of(8, 64), ProbeGroups.FILE, NONE);
        List<ProbeScore> hidden = scores(probe, vectors(1));
        List<ProbeScore> noise = scores(probe, vectors(0));

        for (String head : List.of("ridge", "knn")) {
            assertThat(mean(hidden, head, "test", 64)).isGreaterThan(0.5).isGreaterThan(mean(hidden, head, "test", 8));
            assertThat(mean(noise, head, "test", 64)).isLessThan(0.1);
        }
        assertThat(hidden).hasSize(2 * 3 * 2 * 2).allMatch(score -> score.rows() == 20 * 4);
        assertThat(hidden).filteredOn(score -> score.size() == 64).allMatch(score -> score.trainRows() == 64 * 4);
        assertThat(hidden)
                .allMatch(score -> (score.penalty() != null) == score.head().equals("ridge")
                        && (score.neighbours() != null) == score.head().equals("knn"));
    }

    @Test
    void theOrderOfVectorsAndTargetsDoesNotMatter() {
        ProbeConfig probe = probe(false, List.of(16), ProbeGroups.TRAJECTORY, NONE);
        List<SampleVector> shuffled = new ArrayList<>(vectors(1));
        Collections.shuffle(shuffled, new Random(5));
        List<ProbeTarget> reversed = new ArrayList<>(targets());
        Collections.reverse(reversed);

        assertThat(ProbeScores.of(
                        "id",
                        "waves",
                        probe,
                        ARM,
                        LabelledVectors.of(TABLE, ProbeTargets.of(probe, TABLE, reversed), shuffled),
                        List.of()))
                .isEqualTo(scores(probe, vectors(1)));
    }

    /** A group is on one side only, and smaller subsets of a seed are parts of larger ones. */
    @Test
    void groupsAreNeverOnBothSides() {
        for (ProbeGroups groups : ProbeGroups.values()) {
            ProbeTargets targets = ProbeTargets.of(probe(false, List.of(4), groups, NONE), TABLE, targets());
            int count = groups == ProbeGroups.FILE ? FILES : 2 * FILES;

            assertThat(targets.test()).hasSize(count / 5);
            assertThat(targets.training(0)).hasSize(count - count / 5).doesNotContainAnyElementsOf(targets.test());
            assertThat(targets.training(1))
                    .containsExactlyInAnyOrderElementsOf(targets.training(0))
                    .isNotEqualTo(targets.training(0));
        }
    }

    @Test
    void theRangeThatIsHeldOutIsScoredAndNeverLearned() {
        ProbeShift fast = new ProbeShift("parameter_speed", 1, 1e308, List.of());
        ProbeConfig probe = probe(false, List.of(16), ProbeGroups.FILE, fast);
        ProbeTargets targets = ProbeTargets.of(probe, TABLE, targets());
        Set<String> held = new HashSet<>();
        for (int file = 0; file < FILES; file++) {
            if (speed(file) >= 1) {
                held.add("file" + file);
            }
        }

        assertThat(held).isNotEmpty().doesNotContainAnyElementsOf(targets.test());
        assertThat(held).doesNotContainAnyElementsOf(targets.training(0));
        assertThat(scores(probe, vectors(1)))
                .filteredOn(score -> score.split().equals("shifted"))
                .hasSize(2 * 3 * 2)
                .allMatch(score -> score.rows() == 4 * held.size());
    }

    @Test
    void otherTablesAreScoredWithTheirOwnTargets() {
        ProbeConfig probe = probe(
                false, List.of(64), ProbeGroups.FILE, new ProbeShift("", -1e308, 1e308, List.of("simulations.other")));
        LabelledVectors other = LabelledVectors.of(
                "simulations.other", ProbeTargets.of(probe, "simulations.other", targets()), vectors(1));
        List<ProbeScore> scores =
                ProbeScores.of("id", "waves", probe, ARM, labelled(probe, vectors(1)), List.of(other));

        assertThat(mean(scores, "ridge", "shifted", 64)).isGreaterThan(0.5);
        assertThat(scores)
                .filteredOn(score -> score.split().equals("shifted"))
                .allMatch(score -> score.testDataset().equals("simulations.other") && score.rows() == 4 * FILES);
    }

    @Test
    void classesArePredictedToo() {
        ProbeConfig probe = probe(true, List.of(64), ProbeGroups.FILE, NONE);
        List<ProbeScore> scores = scores(probe, vectors(1));

        assertThat(scores).extracting(ProbeScore::head).containsOnly("logistic", "knn");
        assertThat(scores).extracting(ProbeScore::metric).containsOnly("accuracy");
        assertThat(scores).allMatch(score -> score.value() != null && score.value() > 0.75);
    }

    /**
     * The speed and its double are predicted in noise although one value in five is invalid under a mask. With the
     * invalid values in the training set they are not.
     */
    @Test
    void arraysArePredictedWithoutMaskedValues() {
        ProbeConfig masked = arrays("mask");
        List<ProbeScore> scores = arrayScores(masked, arrayTargets(true));
        List<ProbeScore> rubbish = arrayScores(arrays(""), arrayTargets(false));

        assertThat(scores)
                .hasSize(2 * 3 * 2)
                .allMatch(score -> score.value() != null
                        && score.rows() == 20 * 4
                        && score.quantity().equals("spectrum"));
        for (String head : List.of("ridge", "knn")) {
            assertThat(mean(scores, head, "test", 64)).isGreaterThan(0.5);
            assertThat(mean(rubbish, head, "test", 64)).isLessThan(0.1);
        }
        // A trajectory without any value is like one without a target.
        assertThat(ProbeTargets.of(masked, TABLE, arrayTargets(true)).length()).isEqualTo(3);
    }

    @Test
    void arraysOfOtherLengthsAreNamed() {
        List<ProbeTarget> targets = new ArrayList<>(arrayTargets(true));
        targets.add(new ProbeTarget("last", 0, null, null, "", null, new double[] {1}, new double[] {0}, null));

        assertThatThrownBy(() -> ProbeTargets.of(arrays("mask"), TABLE, targets))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(
                        "Probe 'speed': spectrum of simulations.waves has 3 values in one row and 1 in last trajectory 0;"
                                + " name a column of arrays of one length");
        assertThatThrownBy(() -> ProbeTargets.of(arrays("mask"), TABLE, arrayTargets(false)))
                .hasMessage(
                        "Probe 'speed': mask has no value in file0 trajectory 0 of simulations.waves, and spectrum has 3;"
                                + " name a mask of its length, or remove 'mask'");
        assertThat(arrayScores(
                        arrays(""),
                        List.of(new ProbeTarget(
                                "file0", 0, null, null, "", null, new double[] {Double.NaN}, null, null))))
                .extracting(ProbeScore::reason)
                .containsOnly("there are 0 groups to learn from, and a size 64");
    }

    /** Three positions: one is always of class 0, one is 7 where the speed is positive, and the last is the reverse. */
    @Test
    void placesAreToldApart() {
        List<ProbeTarget> targets = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            for (int run = 0; run < 2; run++) {
                double right = speed(file) > 0 ? 7 : 0;
                targets.add(new ProbeTarget(
                        "file" + file, run, null, null, "", null, new double[] {0, right, 7 - right}, null, null));
            }
        }
        ProbeConfig probe = arrays("", true);
        List<ProbeScore> scores = arrayScores(probe, targets);

        assertThat(scores).extracting(ProbeScore::metric).containsOnly("iou", "iou_0", "iou_7");
        assertThat(scores).hasSize(2 * 3 * 3).allMatch(score -> score.value() != null && score.value() > 0.6);
        for (String head : List.of("ridge", "knn")) {
            assertThat(scores)
                    .filteredOn(score -> score.head().equals(head) && score.seed() == 1)
                    .extracting(ProbeScore::value)
                    .satisfies(values -> assertThat(values.get(0))
                            .isCloseTo(((Double) values.get(1) + (Double) values.get(2)) / 2, within(1e-12)));
        }
        targets.forEach(target -> {
            double[] numbers = Objects.requireNonNull(target.numbers());
            numbers[1] = 0;
            numbers[2] = 0;
        });
        assertThat(arrayScores(probe, targets)).extracting(ProbeScore::reason).containsOnly("the target has one class");
    }

    private static ProbeConfig arrays(String mask) {
        return arrays(mask, false);
    }

    private static ProbeConfig arrays(String mask, boolean classes) {
        return new ProbeConfig(
                "speed",
                List.of("surveys.waves"),
                "spectrum",
                mask,
                false,
                classes,
                List.of(64),
                List.of(0L, 1L, 2L),
                List.of(ProbeHead.RIDGE, ProbeHead.KNN),
                ProbeGroups.FILE,
                NONE,
                ALONE,
                List.of());
    }

    private static List<ProbeScore> arrayScores(ProbeConfig probe, List<ProbeTarget> targets) {
        LabelledVectors labelled = LabelledVectors.of(TABLE, ProbeTargets.of(probe, TABLE, targets), vectors(1));
        return ProbeScores.of("id", "waves", probe, ARM, labelled, List.of());
    }

    /** The speed, its double, and the constant 0.1; one in five values of the first two is an outlier, and masked. */
    private static List<ProbeTarget> arrayTargets(boolean withMask) {
        Random random = new Random(11);
        List<ProbeTarget> targets = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            for (int run = 0; run < 2; run++) {
                double[] values = {speed(file), 2 * speed(file), 0.1};
                double[] mask = new double[3];
                for (int i = 0; i < 2; i++) {
                    if (random.nextInt(5) == 0) {
                        values[i] = 100 * random.nextGaussian();
                        mask[i] = 1;
                    }
                }
                targets.add(new ProbeTarget(
                        "file" + file, run, null, null, "", null, values, withMask ? mask : null, null));
            }
        }
        return targets;
    }

    /**
     * Of embeddings with a signal, the most similar ones have close targets; those of noise are as good as random
     * answers.
     */
    @Test
    void whatIsAlikeIsRetrieved() {
        ProbeConfig probe = new ProbeConfig(
                "speed",
                List.of(TABLE),
                "parameter_speed",
                "",
                false,
                false,
                List.of(64),
                List.of(0L, 1L, 2L),
                List.of(ProbeHead.RETRIEVAL),
                ProbeGroups.FILE,
                NONE,
                ALONE,
                List.of());

        assertThat(scores(probe, vectors(1)))
                .hasSize(3)
                .allMatch(score -> score.metric().equals("ndcg") && score.penalty() == null);
        assertThat(mean(scores(probe, vectors(3)), "retrieval", "test", 64))
                .isGreaterThan(mean(scores(probe, vectors(0)), "retrieval", "test", 64) + 0.2);
    }

    /** A trainer that knows which number of a sample is the speed, and returns the groups that were held out. */
    @Test
    void whatLearnsItselfIsScoredOnTheSameGroups() {
        ProbeConfig probe = probe(false, List.of(64), ProbeGroups.FILE, NONE).of(64, 1);
        List<boolean[]> seen = new ArrayList<>();
        List<ProbeScore> scores = ProbeScores.trained(
                "id",
                "waves",
                probe,
                ARM,
                "finetune",
                labelled(probe, vectors(4)),
                List.of(),
                (samples, target, classes, heldOut) -> {
                    seen.add(heldOut);
                    return new SampleTrainer.Trained(
                            rows -> rows.stream().mapToDouble(row -> row[1] / 8).toArray(), 0.01, 30);
                });

        assertThat(seen).hasSize(1);
        int held = 0;
        for (boolean row : seen.get(0)) {
            held += row ? 1 : 0;
        }
        assertThat(held).as("rows of 13 of 64 files").isEqualTo(13 * 4);
        assertThat(scores)
                .hasSize(2)
                .allMatch(score -> score.head().equals("finetune")
                        && Objects.equals(score.learningRate(), 0.01)
                        && Objects.equals(score.steps(), 30)
                        && score.rows() == 20 * 4);
        assertThat(mean(scores, "finetune", "test", 64)).isGreaterThan(0.95);
    }

    /** Trajectories whose frames grow by 1 each step, predicted exactly, by the last frame, and by the mean of two. */
    @Test
    void framesThatFollowAreScoredByStepsOfTheRollout() {
        List<SampleVector> frames = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            for (int step = 0; step < 9; step++) {
                // The first trajectory of each file lacks a frame; nothing after it counts.
                frames.add(new SampleVector(new FrameKey("file" + file, null, 1, step), new float[] {step, step + 2}));
                if (step != 5) {
                    frames.add(
                            new SampleVector(new FrameKey("file" + file, null, 0, step), new float[] {step, step + 2}));
                }
            }
        }
        ProbeConfig probe = new ProbeConfig(
                        "next",
                        List.of(TABLE),
                        ProbeConfig.NEXT_FRAME,
                        "",
                        false,
                        false,
                        List.of(16),
                        List.of(1L),
                        List.<ProbeHead>of(),
                        ProbeGroups.FILE,
                        NONE,
                        new FineTuningConfig(List.of("random"), List.of(0.001), List.of(1), 1),
                        List.of())
                .of(16, 1);
        List<Integer> lengths = new ArrayList<>();
        List<ProbeScore> scores = ProbeScores.forecasts(
                "id", "waves", probe, ARM, 1, labelled(probe, frames), List.of(), (runs, heldOut) -> {
                    runs.forEach(run -> lengths.add(run.size()));
                    return new RunTrainer.Trained(
                            (windows, count) -> windows.stream()
                                    .map(window -> IntStream.range(0, count)
                                            .mapToObj(i -> new float[] {2 + i, 4 + i})
                                            .toList())
                                    .toList(),
                            0.01,
                            30);
                });

        assertThat(lengths).as("both runs of 16 files").hasSize(32).containsOnly(5, 9);
        assertThat(scores).hasSize(3 * 3).extracting(ProbeScore::quantity).containsOnly("next-frame");
        // The variance of a frame is 2, with one less than its two values as the divisor.
        assertThat(value(scores, "finetune", "vrmse_1")).isZero();
        assertThat(value(scores, "finetune", "vrmse_6_12")).isZero();
        assertThat(value(scores, "persistence", "vrmse_1")).isCloseTo(Math.sqrt(1 / 2.0), within(1e-6));
        assertThat(value(scores, "persistence", "vrmse_6_12")).isCloseTo((6 + 7) / 2.0 / Math.sqrt(2), within(1e-5));
        assertThat(value(scores, "mean", "vrmse_1"))
                .as("1.5 everywhere, where 2 and 4 are")
                .isCloseTo(Math.sqrt((0.5 * 0.5 + 2.5 * 2.5) / 2 / 2), within(1e-6));
        assertThat(scores)
                .filteredOn(score -> score.metric().equals("vrmse_13_30"))
                .allMatch(score -> score.value() == null)
                .extracting(ProbeScore::reason)
                .containsOnly(
                        "no scored trajectory has enough frames after its first 2, or a predicted frame is not finite");
        assertThat(ProbeScores.forecasts(
                        "id",
                        "waves",
                        probe,
                        new ProbeArm("encoder", "random", "u", 9, 9),
                        1,
                        labelled(probe, frames),
                        List.of(),
                        (runs, heldOut) -> {
                            throw new IllegalStateException("There is nothing to learn");
                        }))
                .extracting(ProbeScore::reason)
                .containsOnly("runs have 9 frames, and none follows a window of 9");
    }

    private static double value(List<ProbeScore> scores, String head, String metric) {
        return scores.stream()
                .filter(score -> score.head().equals(head) && score.metric().equals(metric))
                .mapToDouble(score -> Objects.requireNonNull(score.value()))
                .sum();
    }

    @Test
    void whatCannotBeLearnedHasAReason() {
        ProbeConfig probe = probe(false, List.of(16, 81), ProbeGroups.FILE, NONE);
        assertThat(scores(probe, vectors(1)))
                .filteredOn(score -> score.size() == 81)
                .hasSize(2 * 3 * 2)
                .allMatch(score -> score.value() == null && score.penalty() == null)
                .extracting(ProbeScore::reason)
                .containsOnly("there are 80 groups to learn from, and a size 81");

        List<SampleVector> mixed = new ArrayList<>(vectors(1));
        mixed.add(new SampleVector(new FrameKey("file0", null, 0, 9), new float[] {1}));
        assertThat(scores(probe(false, List.of(16), ProbeGroups.FILE, NONE), mixed))
                .extracting(ProbeScore::reason)
                .containsOnly("vectors have 6 numbers and 1; embed on one grid");
        assertThat(scores(probe(false, List.of(16), ProbeGroups.FILE, NONE), List.of()))
                .allMatch(score -> score.reason() != null && score.reason().startsWith("an encoder made vectors of 0"));
    }

    @Test
    void aTargetWithoutALogarithmIsNamed() {
        ProbeConfig log = new ProbeConfig(
                "speed",
                List.of(TABLE),
                "parameter_speed",
                "",
                true,
                false,
                List.of(4),
                List.of(0L),
                List.of(),
                ProbeGroups.FILE,
                NONE,
                ALONE,
                List.of());

        assertThatThrownBy(() -> ProbeTargets.of(log, TABLE, targets()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageMatching("Probe 'speed': parameter_speed is -.* in file\\d+ trajectory 0 of "
                        + "simulations.waves, which has no logarithm; remove 'log: true'");
    }

    @Test
    void similaritiesAreOfEachEncoderAndOfEachPair() {
        SimilarityRows similarity = SimilarityRows.of("id", TABLE);
        similarity.add(ARM, vectors(1));
        similarity.add(new ProbeArm("same", "same", "u", 2, 2), vectors(1));
        similarity.add(new ProbeArm("few", "few", "u", 2, 2), vectors(1).subList(0, 5));
        List<EncoderSimilarity> rows = similarity.rows();

        assertThat(rows).hasSize(3 * 2 + 3 * 2);
        assertThat(rows)
                .filteredOn(row -> "same".equals(row.otherEncoderId()))
                .allMatch(row -> row.samples() == 4 * FILES && row.value() != null && row.value() > 0.999999);
        assertThat(rows)
                .filteredOn(row -> row.encoderId().equals("few") || "few".equals(row.otherEncoderId()))
                .hasSize(6)
                .allMatch(row -> row.value() == null)
                .extracting(EncoderSimilarity::reason)
                .containsOnly("there are 5 samples, and it takes 12");
        assertThat(rows)
                .filteredOn(row -> row.metric().equals(EncoderSimilarity.INTRINSIC_DIMENSION)
                        && row.encoderId().equals("encoder"))
                .allMatch(row -> row.value() != null && row.value() > 2 && row.value() < 8);
    }

    private static double mean(List<ProbeScore> scores, String head, String split, int size) {
        return scores.stream()
                .filter(score -> score.head().equals(head)
                        && score.split().equals(split)
                        && score.size() == size
                        && !score.metric().equals("nrmse"))
                .mapToDouble(score -> Objects.requireNonNull(score.value()))
                .average()
                .orElseThrow();
    }

    private static List<ProbeScore> scores(ProbeConfig probe, List<SampleVector> vectors) {
        return ProbeScores.of("id", "waves", probe, ARM, labelled(probe, vectors), List.of());
    }

    private static LabelledVectors labelled(ProbeConfig probe, List<SampleVector> vectors) {
        return LabelledVectors.of(TABLE, ProbeTargets.of(probe, TABLE, targets()), vectors);
    }

    private static ProbeConfig probe(boolean classes, List<Integer> sizes, ProbeGroups groups, ProbeShift shifted) {
        return new ProbeConfig(
                "speed",
                List.of(TABLE),
                classes ? "parameter_direction" : "parameter_speed",
                "",
                false,
                classes,
                sizes,
                List.of(0L, 1L, 2L),
                List.<ProbeHead>of(),
                groups,
                shifted,
                ALONE,
                List.of());
    }

    private static double speed(int file) {
        return new Random(1000 + file).nextGaussian();
    }

    private static List<ProbeTarget> targets() {
        List<ProbeTarget> targets = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            double speed = speed(file);
            for (int run = 0; run < 2; run++) {
                targets.add(new ProbeTarget(
                        "file" + file, run, null, null, speed < 0 ? "left" : "right", speed, null, null, speed));
            }
        }
        return targets;
    }

    /** Six numbers each, among them the speed in two of them, as loud as the noise. */
    private static List<SampleVector> vectors(double loudness) {
        Random random = new Random(7);
        List<SampleVector> vectors = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            for (int run = 0; run < 2; run++) {
                for (int step = 0; step < 4; step += 2) {
                    float[] vector = new float[6];
                    for (int i = 0; i < vector.length; i++) {
                        double signal = i == 1 || i == 4 ? 2 * loudness * speed(file) : 0;
                        vector[i] = (float) (signal + random.nextGaussian());
                    }
                    vectors.add(new SampleVector(new FrameKey("file" + file, null, run, step), vector));
                }
            }
        }
        return vectors;
    }
}
