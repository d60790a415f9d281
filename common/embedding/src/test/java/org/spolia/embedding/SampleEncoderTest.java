package org.spolia.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleEncoderTest {
    private static final int BATCH = 3;

    @ParameterizedTest
    @ValueSource(strings = {Bundles.ONNX, Bundles.TORCHSCRIPT})
    void vectorsAreThoseOfTheEngineInPython(String bundle) {
        List<float[]> vectors = vectors(bundle, Bundles.samples(bundle));

        assertThat(vectors).hasSize(Bundles.vectors(bundle).size());
        for (int i = 0; i < vectors.size(); i++) {
            assertThat(vectors.get(i))
                    .as("sample " + i)
                    .containsExactly(Bundles.vectors(bundle).get(i), within(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Bundles.ONNX, Bundles.TORCHSCRIPT})
    void theBitsOfAVectorDoNotDependOnItsNeighbours(String bundle) {
        List<float[]> samples = Bundles.samples(bundle);
        List<float[]> alone = new ArrayList<>();
        samples.forEach(sample -> alone.addAll(vectors(bundle, List.of(sample))));
        List<float[]> reversed = new ArrayList<>(samples);
        Collections.reverse(reversed);
        List<float[]> backwards = vectors(bundle, reversed);
        Collections.reverse(backwards);

        assertThat(vectors(bundle, samples))
                .usingElementComparator(Arrays::compare)
                .containsExactlyElementsOf(alone);
        assertThat(backwards).usingElementComparator(Arrays::compare).containsExactlyElementsOf(alone);
    }

    @Test
    void aSampleWithoutValuesHasAReasonAndItsNeighboursAreUntouched() {
        List<float[]> samples = Bundles.samples();
        float[] broken = samples.get(1).clone();
        broken[7] = Float.NaN;
        List<float[]> damaged = new ArrayList<>(samples);
        damaged.set(1, broken);

        List<Embedding> embeddings = embeddings(damaged, Bundles.SHAPE, BATCH);
        assertThat(embeddings.get(1)).isEqualTo(Embedding.missing("value 7 of the sample is NaN"));
        List<float[]> sound = vectors(Bundles.ONNX, samples);
        for (int i : new int[] {0, 2, 3, 4}) {
            assertThat(embeddings.get(i).vector()).isEqualTo(sound.get(i));
        }
    }

    @Test
    void samplesThatDoNotFitHaveAReason() {
        SampleShape shape = new SampleShape(3, 1, List.of(8, 8));

        assertThat(embeddings(List.of(new float[192]), shape, 1))
                .containsExactly(
                        Embedding.missing(
                                "the sample has 3 channels of 1 frame 8×8 in batches of 1, and the encoder takes field float32[-1, 2, -1, -1]"));
    }

    @Test
    void framesAreChannelsWhereTheModelHasNoAxisForThem() {
        SampleShape shape = new SampleShape(1, 2, List.of(8, 8));
        List<float[]> vectors = embeddings(Bundles.samples(), shape, BATCH).stream()
                .map(embedding -> Objects.requireNonNull(embedding.vector()))
                .toList();

        // One channel of two frames is normalised over both, so only the shape is unchanged.
        assertThat(vectors).hasSize(5).allMatch(vector -> vector.length == 6);
    }

    @Test
    void rawVectorsAreTheValues() {
        try (SampleEncoder raw = LoadedEncoders.open(EncoderBundle.ofRawValues(), ComputeDevice.CPU)) {
            List<float[]> vectors = raw.embed(Bundles.samples(), Bundles.SHAPE, BATCH).stream()
                    .map(embedding -> Objects.requireNonNull(embedding.vector()))
                    .toList();
            assertThat(vectors).usingElementComparator(Arrays::compare).containsExactlyElementsOf(Bundles.samples());
        }
    }

    @Test
    void aModelThatFailsOnABatchGivesTheReasonInOneLine() {
        EncoderBundle bundle = Bundles.with(Bundles.TORCHSCRIPT, "2, => 3,");
        try (SampleEncoder encoder = LoadedEncoders.open(bundle, ComputeDevice.CPU)) {
            SampleShape shape = new SampleShape(3, 1, List.of(8, 8));
            assertThatThrownBy(() -> encoder.embed(List.of(new float[192]), shape, 1))
                    .isInstanceOf(BundleException.class)
                    .hasMessageContaining(
                            "Encoder 'tiny' fails on a batch with axes (1, 3, 8, 8): RuntimeError: Given groups=1")
                    .hasMessageNotContaining("\n");
        }
    }

    private static List<float[]> vectors(String bundle, List<float[]> samples) {
        return new ArrayList<>(embeddings(Bundles.with(bundle, ""), samples, Bundles.SHAPE, BATCH).stream()
                .map(embedding -> Objects.requireNonNull(embedding.vector(), String.valueOf(embedding.reason())))
                .toList());
    }

    private static List<Embedding> embeddings(List<float[]> samples, SampleShape shape, int batch) {
        return embeddings(Bundles.tiny(), samples, shape, batch);
    }

    private static List<Embedding> embeddings(
            EncoderBundle bundle, List<float[]> samples, SampleShape shape, int batch) {
        try (SampleEncoder encoder = LoadedEncoders.open(bundle, ComputeDevice.CPU)) {
            return encoder.embed(samples, shape, batch);
        }
    }
}
