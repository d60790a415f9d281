package org.spolia.embedding.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.ComputeDevice;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.LoadedEncoders;
import org.spolia.embedding.SampleEncoder;
import org.spolia.embedding.SampleShape;

class RandomEncoderTest {

    @ParameterizedTest
    @CsvSource({
        "CONVOLUTIONAL,128,1,4,64",
        "CONVOLUTIONAL,128,2,4,32 16",
        "CONVOLUTIONAL,128,1,1,1",
        "CONVOLUTIONAL,128,3,2,8 8 4",
        "CONVOLUTIONAL,128,1,1,496",
        "AXIAL_ATTENTION,64,1,4,64",
        "AXIAL_ATTENTION,64,2,4,32 16",
        "AXIAL_ATTENTION,64,1,1,1",
        "AXIAL_ATTENTION,64,3,2,8 8 4",
        "AXIAL_ATTENTION,64,1,1,496"
    })
    void takesGridsOfOneToThreeAxes(Architecture architecture, int dimension, int channels, int frames, String extent) {
        SampleShape shape = new SampleShape(
                channels,
                frames,
                java.util.Arrays.stream(extent.split(" ")).map(Integer::valueOf).toList());
        float[] sample = new float[shape.values()];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (float) StrictMath.sin(0.1 * i * i);
        }

        EncoderBundle bundle = RandomEncoder.bundle(architecture, shape, 0);
        float[] vector = embed(bundle, sample, shape);
        assertThat(vector).hasSize(dimension);
        assertThat(meansOfPlaces(embed(UnpooledEncoder.of(bundle, shape), sample, shape), dimension))
                .containsExactly(vector, offset(1e-5f));
        if (shape.values() > 1) {
            assertThat(embed(RandomEncoder.bundle(architecture, shape, 1), sample, shape))
                    .isNotEqualTo(vector);
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightsAreAFunctionOfTheSeed(Architecture architecture) {
        SampleShape shape = new SampleShape(2, 4, List.of(32));

        assertThat(RandomEncoder.bundle(architecture, shape, 7).id())
                .isEqualTo(RandomEncoder.bundle(architecture, shape, 7).id());
        assertThat(RandomEncoder.bundle(architecture, shape, 7).id())
                .isNotEqualTo(RandomEncoder.bundle(architecture, shape, 8).id());
        assertThat(RandomEncoder.bundle(architecture, shape, 7).bytes())
                .as("240 000 weights, about")
                .isBetween(850_000L, 1_000_000L);
    }

    @ParameterizedTest
    @EnumSource
    void samplesThatDifferHaveVectorsThatDiffer(Architecture architecture) {
        SampleShape shape = new SampleShape(1, 1, List.of(16, 16));
        float[] wave = new float[256];
        float[] turned = new float[256];
        for (int i = 0; i < 256; i++) {
            wave[i] = (float) StrictMath.sin(i % 16);
            int row = i / 16;
            turned[i] = (float) StrictMath.sin(row);
        }
        EncoderBundle bundle = RandomEncoder.bundle(architecture, shape, 0);

        assertThat(embed(bundle, wave, shape)).isNotEqualTo(embed(bundle, turned, shape));
    }

    @Test
    void aGridOfFourAxesIsRefused() {
        SampleShape shape = new SampleShape(1, 1, List.of(2, 2, 2, 2));

        assertThatThrownBy(() -> RandomEncoder.bundle(Architecture.CONVOLUTIONAL, shape, 0))
                .isInstanceOf(BundleException.class)
                .hasMessage("A convolutional encoder takes grids of up to 3 axes, not of 4");
        assertThatThrownBy(() -> RandomEncoder.bundle(Architecture.AXIAL_ATTENTION, shape, 0))
                .isInstanceOf(BundleException.class)
                .hasMessage("An axial-attention encoder takes grids of up to 3 axes, not of 4");
    }

    private static float[] meansOfPlaces(float[] unpooled, int dimension) {
        int places = unpooled.length / dimension;
        float[] means = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            double sum = 0;
            for (int place = 0; place < places; place++) {
                sum += unpooled[d * places + place];
            }
            means[d] = (float) (sum / places);
        }
        return means;
    }

    private static float[] embed(EncoderBundle bundle, float[] sample, SampleShape shape) {
        try (SampleEncoder encoder = LoadedEncoders.open(bundle, ComputeDevice.CPU)) {
            return java.util.Objects.requireNonNull(
                    encoder.embed(List.of(sample), shape, 2).get(0).vector());
        }
    }
}
