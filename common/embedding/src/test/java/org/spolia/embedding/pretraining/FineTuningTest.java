package org.spolia.embedding.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spolia.embedding.Architecture;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.CounterRandom;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.EncoderNetwork;
import org.spolia.embedding.RandomEncoder;
import org.spolia.embedding.SampleShape;

/** Waves of 1, 2 or 3 periods with any phase: no value by itself says how many. */
class FineTuningTest {
    private static final SampleShape SHAPE = new SampleShape(1, 8, List.of(32));
    private static final int SAMPLES = 60;

    @ParameterizedTest
    @EnumSource
    void anEncoderLearnsNumbersThatItHasNotSeen(Architecture architecture) {
        EncoderBundle encoder = RandomEncoder.bundle(architecture, SHAPE, 1);
        FineTuning learned = FineTuning.of(encoder, labelled(0, 0), heldOut(), settings(List.of(0.003), List.of(40)));

        double[] predictions = learned.predict(waves(1));
        double squares = 0;
        for (int i = 0; i < SAMPLES; i++) {
            squares += Math.pow(predictions[i] - periods(i), 2);
        }
        assertThat(squares / SAMPLES).as("of a variance of 2/3").isLessThan(0.2);
        assertThat(FineTuning.of(encoder, labelled(0, 0), heldOut(), settings(List.of(0.003), List.of(40)))
                        .predict(waves(1)))
                .as("the same again")
                .isEqualTo(predictions);
    }

    @Test
    void classesAreLearnedAndSettingsChosen() {
        FineTuning learned = FineTuning.of(
                RandomEncoder.bundle(Architecture.CONVOLUTIONAL, SHAPE, 2),
                labelled(0, 3),
                heldOut(),
                settings(List.of(1e-9, 0.003), List.of(1, 30)));

        assertThat(learned.learningRate()).as("the other hardly moves").isEqualTo(0.003);
        assertThat(learned.steps()).isEqualTo(30);
        double[] predictions = learned.predict(waves(1));
        int right = 0;
        for (int i = 0; i < SAMPLES; i++) {
            right += predictions[i] == periods(i) - 1 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(SAMPLES * 2 / 3);
    }

    @ParameterizedTest
    @EnumSource
    void learningBeginsWithTheWeightsInTheBundle(Architecture architecture) {
        EncoderBundle encoder = RandomEncoder.bundle(architecture, SHAPE, 5);
        EncoderNetwork network = Architecture.of(encoder, SHAPE);

        assertThat(network).isEqualTo(architecture.network(SHAPE));
        assertThat(network.weights(encoder)).isDeepEqualTo(network.initialWeights(5));
    }

    @Test
    void otherEncodersAreRefused() {
        assertThatThrownBy(() -> Architecture.of(EncoderBundle.ofRawValues(), SHAPE))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("is not a network that learns here; name random or pretrained ones");
    }

    private static FineTuningSettings settings(List<Double> rates, List<Integer> steps) {
        return new FineTuningSettings(rates, steps, 16, 7);
    }

    private static LabelledSamples labelled(int part, int classes) {
        double[] labels = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = classes == 0 ? periods(i) : periods(i) - 1;
        }
        return LabelledSamples.of(SHAPE, waves(part), labels, classes);
    }

    private static int periods(int sample) {
        return 1 + sample % 3;
    }

    private static boolean[] heldOut() {
        boolean[] heldOut = new boolean[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            heldOut[i] = i % 5 == 0;
        }
        return heldOut;
    }

    private static List<float[]> waves(int part) {
        List<float[]> waves = new ArrayList<>();
        for (int sample = 0; sample < SAMPLES; sample++) {
            double phase = CounterRandom.below(1000, part, sample) / 1000.0;
            float[] wave = new float[SHAPE.values()];
            for (int i = 0; i < wave.length; i++) {
                wave[i] = (float) Math.sin(2 * Math.PI * (periods(sample) * (i % 32) / 32.0 + phase));
            }
            waves.add(wave);
        }
        return waves;
    }
}
