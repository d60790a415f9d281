package org.spolia.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomEncoderTest {

    @ParameterizedTest
    @CsvSource({"1,4,64", "2,4,32 16", "1,1,1", "3,2,8 8 4", "1,1,496"})
    void takesGridsOfOneToThreeAxes(int channels, int frames, String extent) {
        SampleShape shape = new SampleShape(
                channels,
                frames,
                java.util.Arrays.stream(extent.split(" ")).map(Integer::valueOf).toList());
        float[] sample = new float[shape.values()];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (float) StrictMath.sin(0.1 * i * i);
        }

        float[] vector = embed(RandomEncoder.bundle(shape, 0), sample, shape);
        assertThat(vector).hasSize(128);
        if (shape.values() > 1) {
            assertThat(embed(RandomEncoder.bundle(shape, 1), sample, shape)).isNotEqualTo(vector);
        }
    }

    @Test
    void weightsAreAFunctionOfTheSeed() {
        SampleShape shape = new SampleShape(2, 4, List.of(32, 64));

        assertThat(RandomEncoder.bundle(shape, 7).id())
                .isEqualTo(RandomEncoder.bundle(shape, 7).id());
        assertThat(RandomEncoder.bundle(shape, 7).id())
                .isNotEqualTo(RandomEncoder.bundle(shape, 8).id());
        assertThat(RandomEncoder.bundle(shape, 7).bytes()).isBetween(900_000L, 1_000_000L);
    }

    @Test
    void samplesThatDifferHaveVectorsThatDiffer() {
        SampleShape shape = new SampleShape(1, 1, List.of(16, 16));
        float[] wave = new float[256];
        float[] turned = new float[256];
        for (int i = 0; i < 256; i++) {
            wave[i] = (float) StrictMath.sin(i % 16);
            int row = i / 16;
            turned[i] = (float) StrictMath.sin(row);
        }
        EncoderBundle bundle = RandomEncoder.bundle(shape, 0);

        assertThat(embed(bundle, wave, shape)).isNotEqualTo(embed(bundle, turned, shape));
    }

    @Test
    void aGridOfFourAxesIsRefused() {
        assertThatThrownBy(() -> RandomEncoder.bundle(new SampleShape(1, 1, List.of(2, 2, 2, 2)), 0))
                .isInstanceOf(BundleException.class)
                .hasMessage("A convolutional encoder takes grids of up to 3 axes, not of 4");
    }

    private static float[] embed(EncoderBundle bundle, float[] sample, SampleShape shape) {
        try (SampleEncoder encoder = LoadedEncoders.open(bundle, ComputeDevice.CPU)) {
            return java.util.Objects.requireNonNull(
                    encoder.embed(List.of(sample), shape, 2).get(0).vector());
        }
    }
}
