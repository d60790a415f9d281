package org.spolia.embedding.pretraining.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.network.EncoderNetwork;
import org.spolia.embedding.network.RandomEncoder;

/** Waves of 1, 2 or 3 periods with any phase: no single value determines the number. */
class LabelTrainingTest {
    private static final SampleShape SHAPE = new SampleShape(1, 8, List.of(32));
    private static final int SAMPLES = 60;

    @ParameterizedTest
    @EnumSource
    void anEncoderLearnsNumbersThatItHasNotSeen(Architecture architecture) {
        EncoderBundle encoder = RandomEncoder.bundle(architecture, SHAPE, 1);
        LabelTraining learned = LabelTraining.endToEnd(
                encoder, SHAPE, labelled(0, 0), heldOut(), settings(List.of(0.003), List.of(40)));

        double[] predictions = learned.predict(waves(1));
        double squares = 0;
        for (int i = 0; i < SAMPLES; i++) {
            squares += Math.pow(predictions[i] - periods(i), 2);
        }
        assertThat(squares / SAMPLES).as("of a variance of 2/3").isLessThan(0.2);
        assertThat(LabelTraining.endToEnd(
                                encoder, SHAPE, labelled(0, 0), heldOut(), settings(List.of(0.003), List.of(40)))
                        .predict(waves(1)))
                .as("the same again")
                .isEqualTo(predictions);
    }

    @Test
    void classesAreLearnedAndSettingsChosen() {
        LabelTraining learned = LabelTraining.endToEnd(
                RandomEncoder.bundle(Architecture.CONVOLUTIONAL, SHAPE, 2),
                SHAPE,
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
    void anAttentiveHeadLearnsOnAFrozenEncoder(Architecture architecture) {
        EncoderBundle encoder = RandomEncoder.bundle(architecture, SHAPE, 1);
        FineTuningSettings settings = settings(List.of(0.003), List.of(1, 60));
        LabelTraining learned = LabelTraining.attentive(encoder, SHAPE, labelled(0, 3), heldOut(), settings);

        double[] predictions = learned.predict(waves(1));
        int right = 0;
        for (int i = 0; i < SAMPLES; i++) {
            right += predictions[i] == periods(i) - 1 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(SAMPLES * 2 / 3);
        assertThat(LabelTraining.attentive(encoder, SHAPE, labelled(0, 3), heldOut(), settings)
                        .predict(waves(1)))
                .as("the same again")
                .isEqualTo(predictions);
    }

    /**
     * The label is whether two numbers have the same sign, which is not linear; a third number is constant in the
     * training set.
     */
    @Test
    void aPerceptronLearnsANonlinearFunction() {
        List<float[]> vectors = new ArrayList<>();
        double[] labels = new double[200];
        boolean[] heldOut = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            float[] vector = {(float) CounterRandom.normal(1, i), (float) (100 * CounterRandom.normal(2, i)), 5};
            vectors.add(vector);
            labels[i] = vector[0] * vector[1] > 0 ? 1 : 0;
            heldOut[i] = i % 5 == 0;
        }
        FineTuningSettings settings = settings(List.of(0.01), List.of(1, 100));
        LabelledSamples samples = new LabelledSamples(vectors, labels, 0);

        LabelTraining learned = LabelTraining.perceptron(samples, heldOut, settings);
        List<float[]> unseen = List.of(
                new float[] {1, 100, 5}, new float[] {-1, 100, 5}, new float[] {1, -100, 5}, new float[] {-1, -100, 5});
        double[] predictions = learned.predict(unseen);
        for (int i = 0; i < predictions.length; i++) {
            assertThat(predictions[i]).as("case %s", i).isCloseTo(i == 0 || i == 3 ? 1 : 0, Offset.offset(0.4));
        }
        assertThat(learned.steps()).isEqualTo(100);
        assertThat(LabelTraining.perceptron(samples, heldOut, settings).predict(unseen))
                .as("the same again")
                .isEqualTo(predictions);
        assertThat(LabelTraining.perceptron(
                                samples, heldOut, new FineTuningSettings(List.of(0.01), List.of(100), 16, 8))
                        .predict(unseen))
                .as("another seed")
                .isNotEqualTo(predictions);
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
        return new LabelledSamples(waves(part), labels, classes);
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
