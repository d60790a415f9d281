package org.spolia.embedding.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.ComputeDevice;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.LoadedEncoders;
import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.SampleEncoder;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.network.EncoderNetwork;
import org.spolia.embedding.network.RandomEncoder;

class PretrainingTest {
    private static final SampleShape WAVES = new SampleShape(1, 8, List.of(32));

    @ParameterizedTest
    @CsvSource({"CONVOLUTIONAL,FORECAST", "CONVOLUTIONAL,MASKED", "AXIAL_ATTENTION,FORECAST", "AXIAL_ATTENTION,MASKED"})
    void trainingLowersTheLoss(Architecture architecture, Objective objective) {
        float[] losses = Pretraining.train(waves(WAVES), settings(architecture, objective, 60, 1e-3))
                .losses();

        assertThat(mean(losses, 50, 60)).isLessThan(0.8 * mean(losses, 0, 10));
    }

    @ParameterizedTest
    @EnumSource
    void equalSeedsGiveEqualBitsOnAnyNumberOfThreads(Architecture architecture) {
        PretrainedEncoder alone = Pretraining.train(waves(WAVES), settings(architecture, Objective.MASKED, 5, 1e-3));
        List<CompletableFuture<PretrainedEncoder>> together = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            together.add(CompletableFuture.supplyAsync(
                    () -> Pretraining.train(waves(WAVES), settings(architecture, Objective.MASKED, 5, 1e-3))));
        }

        for (CompletableFuture<PretrainedEncoder> other : together) {
            assertThat(other.join().losses()).isEqualTo(alone.losses());
            assertThat(other.join().bundle().id()).isEqualTo(alone.bundle().id());
        }
        assertThat(Pretraining.train(waves(WAVES), settings(architecture, Objective.MASKED, 6, 1e-3))
                        .bundle()
                        .id())
                .isNotEqualTo(alone.bundle().id());
    }

    @ParameterizedTest
    @EnumSource
    void noStepsGiveTheRandomEncoder(Architecture architecture) {
        PretrainedEncoder encoder =
                Pretraining.train(waves(WAVES), settings(architecture, Objective.FORECAST, 0, 1e-3));

        assertThat(encoder.bundle().id())
                .isEqualTo(RandomEncoder.bundle(architecture, WAVES, 3).id());
        assertThat(encoder.losses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONVOLUTIONAL,1,16,64",
        "CONVOLUTIONAL,2,1,33 18",
        "CONVOLUTIONAL,2,2,8 8 20",
        "AXIAL_ATTENTION,1,16,64",
        "AXIAL_ATTENTION,2,5,33 18",
        "AXIAL_ATTENTION,2,2,8 8 20"
    })
    void theModelThatLearnsIsTheOneThatIsWritten(Architecture architecture, int channels, int frames, String extent) {
        SampleShape shape = new SampleShape(
                channels,
                frames,
                Arrays.stream(extent.split(" ")).map(Integer::valueOf).toList());
        EncoderNetwork network = architecture.network(shape);
        Learner learner = new Learner(network, 5, 1e-3);
        EncoderBundle bundle = network.bundle("written", learner.encoderWeights());
        int size = 4;
        float[] prepared = new float[size * shape.values()];
        List<float[]> samples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float[] sample = new float[shape.values()];
            for (int j = 0; j < sample.length; j++) {
                sample[j] = (float) CounterRandom.normal(i, j);
            }
            samples.add(sample);
            System.arraycopy(sample, 0, prepared, i * sample.length, sample.length);
            Preprocessing.REVIN.apply(prepared, i * sample.length, shape);
        }

        float[] learned;
        try (NDManager manager = PyTorch.newManager()) {
            learned = learner.embed(manager, shape, size, prepared);
        }
        float[] written = new float[learned.length];
        try (SampleEncoder encoder = LoadedEncoders.open(bundle, ComputeDevice.CPU)) {
            for (int i = 0; i < size; i++) {
                float[] vector = java.util.Objects.requireNonNull(
                        encoder.embed(samples, shape, size).get(i).vector());
                System.arraycopy(vector, 0, written, i * vector.length, vector.length);
            }
        }
        assertThat(written).containsExactly(learned, org.assertj.core.data.Offset.offset(1e-4f));
    }

    @ParameterizedTest
    @EnumSource
    void severalAxesAndShapesAreLearnedFromTogether(Architecture architecture) {
        SampleShape plane = new SampleShape(2, 3, List.of(8, 12));
        SampleShape wider = new SampleShape(2, 3, List.of(8, 20));
        List<SampleSet> sets = List.of(waves(plane).get(0), waves(wider).get(0));

        float[] losses = Pretraining.train(sets, settings(architecture, Objective.FORECAST, 40, 1e-3))
                .losses();

        assertThat(mean(losses, 30, 40)).isLessThan(mean(losses, 0, 10));
    }

    @Test
    void impossibleTrainingIsRefused() {
        SampleShape still = new SampleShape(1, 1, List.of(32));
        assertRefused(
                waves(still), settings(Objective.FORECAST, 1, 1e-3), "A forecast needs samples of 2 frames or more");
        assertRefused(
                waves(new SampleShape(1, 4, List.of(4))),
                settings(Objective.MASKED, 1, 1e-3),
                "Samples of 1 channels of 4 frames 4 are one block of 4 points");
        assertRefused(List.of(), settings(Objective.MASKED, 1, 1e-3), "There is no sample to train on");
        assertRefused(
                List.of(
                        waves(WAVES).get(0),
                        waves(new SampleShape(2, 8, List.of(32))).get(0)),
                settings(Objective.MASKED, 1, 1e-3),
                "One encoder cannot learn from samples of 1 channels of 8 frames 32 and of 2 channels");
        assertRefused(
                waves(WAVES), settings(Objective.MASKED, 20, 1e30), "The loss of pretraining 'waves' with seed 3 is ");
    }

    private static void assertRefused(List<SampleSet> sets, PretrainingSettings settings, String problem) {
        assertThatThrownBy(() -> Pretraining.train(sets, settings))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith(problem);
    }

    private static PretrainingSettings settings(Objective objective, int steps, double learningRate) {
        return settings(Architecture.CONVOLUTIONAL, objective, steps, learningRate);
    }

    private static PretrainingSettings settings(
            Architecture architecture, Objective objective, int steps, double learningRate) {
        return new PretrainingSettings(
                architecture, objective, new LearningSettings("waves", 0.5, steps, 8, learningRate, 3));
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    /** Waves that travel along the last axis, each with its own length, speed and phase. */
    private static List<SampleSet> waves(SampleShape shape) {
        int last = shape.extent().get(shape.extent().size() - 1);
        int frame = shape.valuesOfChannel() / shape.frames();
        List<float[]> samples = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            float[] sample = new float[shape.values()];
            for (int j = 0; j < sample.length; j++) {
                int time = j % shape.valuesOfChannel() / frame;
                double turns = (1 + i % 3) * (j % last + 0.5 * (i % 5) * time) / last;
                sample[j] = (float) StrictMath.sin(2 * Math.PI * turns + i);
            }
            samples.add(sample);
        }
        return List.of(new SampleSet(shape, samples));
    }
}
