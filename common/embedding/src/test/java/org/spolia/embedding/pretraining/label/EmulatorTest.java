package org.spolia.embedding.pretraining.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.network.RandomEncoder;

/** Waves that move by a sixteenth of the grid each frame, in two channels of other sizes. */
class EmulatorTest {
    private static final int WINDOW = 4;
    private static final int FRAMES = 9;
    private static final int RUNS = 20;
    private static final FineTuningSettings SETTINGS = new FineTuningSettings(List.of(0.003), List.of(1, 80), 16, 7);

    @ParameterizedTest
    @CsvSource({"CONVOLUTIONAL,6 16", "AXIAL_ATTENTION,16"})
    void framesArePredictedBetterThanByTheLastOne(Architecture architecture, String extent) {
        SampleShape shape = shape(extent);
        EncoderBundle encoder = RandomEncoder.bundle(architecture, shape, 1);
        List<List<float[]>> unseen = runs(shape, 1);
        List<List<float[]>> windows =
                unseen.stream().map(run -> run.subList(0, WINDOW)).toList();

        Emulator emulator = Emulator.of(encoder, shape, runs(shape, 0), heldOut(), SETTINGS);
        List<List<float[]>> predicted = emulator.forecast(windows, FRAMES - WINDOW);

        assertThat(emulator.steps()).isEqualTo(80);
        for (int step = 0; step < FRAMES - WINDOW; step++) {
            double error = 0;
            double persistence = 0;
            for (int run = 0; run < RUNS; run++) {
                error += distance(predicted.get(run).get(step), unseen.get(run).get(WINDOW + step));
                persistence += distance(
                        unseen.get(run).get(WINDOW - 1), unseen.get(run).get(WINDOW + step));
            }
            assertThat(error).as("step %s", step).isLessThan(0.5 * persistence);
        }
    }

    @ParameterizedTest
    @CsvSource({"CONVOLUTIONAL,16", "AXIAL_ATTENTION,6 16"})
    void bitsAreAFunctionOfTheSeedHoweverManyFramesAreAskedFor(Architecture architecture, String extent) {
        SampleShape shape = shape(extent);
        EncoderBundle encoder = RandomEncoder.bundle(architecture, shape, 1);
        List<List<float[]>> windows =
                runs(shape, 1).stream().map(run -> run.subList(0, WINDOW)).toList();
        FineTuningSettings settings = new FineTuningSettings(List.of(0.003), List.of(2), 4, 7);
        FineTuningSettings other = new FineTuningSettings(List.of(0.003), List.of(2), 4, 8);

        float[] once = second(Emulator.of(encoder, shape, runs(shape, 0), heldOut(), settings), windows, 2);
        assertThat(second(Emulator.of(encoder, shape, runs(shape, 0), heldOut(), settings), windows, 3))
                .isEqualTo(once);
        assertThat(second(Emulator.of(encoder, shape, runs(shape, 0), heldOut(), other), windows, 2))
                .isNotEqualTo(once);
    }

    private static float[] second(Emulator emulator, List<List<float[]>> windows, int count) {
        return emulator.forecast(windows, count).get(3).get(1);
    }

    @Test
    void runsThatAreTooShortAreRefused() {
        SampleShape shape = new SampleShape(2, FRAMES, List.of(16));
        EncoderBundle encoder = RandomEncoder.bundle(Architecture.CONVOLUTIONAL, shape, 1);

        assertThatThrownBy(() -> Emulator.of(encoder, shape, runs(shape, 0), heldOut(), SETTINGS))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("Trajectories have no frame after a window of 9 for training or");
    }

    private static SampleShape shape(String extent) {
        List<Integer> lengths = new ArrayList<>();
        for (String length : extent.split(" ", -1)) {
            lengths.add(Integer.valueOf(length));
        }
        return new SampleShape(2, WINDOW, lengths);
    }

    private static boolean[] heldOut() {
        boolean[] heldOut = new boolean[RUNS];
        for (int run = 0; run < RUNS; run += 5) {
            heldOut[run] = true;
        }
        return heldOut;
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            // The second channel is ten times the first.
            double scale = i < one.length / 2 ? 1 : 10;
            sum += Math.pow((one[i] - other[i]) / scale, 2);
        }
        return sum;
    }

    private static List<List<float[]>> runs(SampleShape shape, int part) {
        int points = shape.valuesOfChannel() / shape.frames();
        List<List<float[]>> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            double phase = CounterRandom.below(1000, part, run) / 1000.0;
            List<float[]> frames = new ArrayList<>();
            for (int step = 0; step < FRAMES; step++) {
                float[] frame = new float[2 * points];
                for (int i = 0; i < points; i++) {
                    double wave = Math.sin(2 * Math.PI * ((i % 16 - step) / 16.0 + phase));
                    frame[i] = (float) wave;
                    frame[points + i] = (float) (10 * wave + 3);
                }
                frames.add(frame);
            }
            runs.add(frames);
        }
        return runs;
    }
}
