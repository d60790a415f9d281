package org.spolia.embedding.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.ComputeDevice;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.LoadedEncoders;
import org.spolia.embedding.Manifest;
import org.spolia.embedding.SampleEncoder;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.network.UnpooledEncoder;
import org.spolia.embedding.token.CodeColumn;
import org.spolia.embedding.token.Codec;
import org.spolia.embedding.token.GridCodec;
import org.spolia.embedding.token.Tokeniser;

class TokenPretrainingTest {
    private static final List<Codec> CODECS =
            List.of(new GridCodec("x", 0, 1, 16), new GridCodec("square", 0, 1, 16), new CodeColumn("codes", 3, 20));
    private static final Tokeniser TOKENISER = new Tokeniser(CODECS, Tokeniser.Numbering.JOINT);
    private static final SampleShape SHAPE = new SampleShape(1, 1, List.of(5));

    /** Objects in which every modality determines the others. */
    private static Map<String, float[]> columns(int number) {
        float x = CounterRandom.below(1000, 1, number) / 1000f;
        float code = (float) Math.floor(20 * x);
        return Map.of("x", new float[] {x}, "square", new float[] {x * x}, "codes", new float[] {code, 19 - code, 7});
    }

    private static float[] tokens(Map<String, float[]> columns) {
        int[] tokens = TOKENISER.tokenise(columns).tokens();
        float[] floats = new float[tokens.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = tokens[i];
        }
        return floats;
    }

    private static List<float[]> objects() {
        return IntStream.range(0, 200)
                .mapToObj(number -> tokens(columns(number)))
                .toList();
    }

    private static LearningSettings settings(int steps, double learningRate) {
        return new LearningSettings("tokens", 0.5, steps, 32, learningRate, 3);
    }

    @Test
    void oneModalityLearnsToPredictTheOthers() {
        float[] losses = TokenPretraining.train(TOKENISER, objects(), settings(150, 3e-3))
                .losses();
        double first = mean(losses, 0, 20);
        // Without the others, a code is one of 16 to 20 with about equal frequencies.
        assertThat(first).isGreaterThan(2);
        assertThat(mean(losses, 130, 150)).isLessThan(0.4 * first);
    }

    @Test
    void equalSettingsGiveEqualBitsAndOthersDoNot() {
        PretrainedEncoder once = TokenPretraining.train(TOKENISER, objects(), settings(3, 1e-3));
        PretrainedEncoder again = TokenPretraining.train(TOKENISER, objects(), settings(3, 1e-3));
        assertThat(again.bundle().id()).isEqualTo(once.bundle().id());
        assertThat(again.losses()).isEqualTo(once.losses());
        assertThat(TokenPretraining.train(TOKENISER, objects(), settings(4, 1e-3))
                        .bundle()
                        .id())
                .isNotEqualTo(once.bundle().id());
    }

    @Test
    void anEmbeddingDependsOnThePresentModalitiesOnly() {
        EncoderBundle bundle =
                TokenPretraining.train(TOKENISER, objects(), settings(0, 1e-3)).bundle();
        Map<String, float[]> object = columns(1);
        float[] both = tokens(Map.of("x", column(object, "x"), "square", column(object, "square")));
        float[] one = tokens(Map.of("x", column(object, "x")));
        float[] all = tokens(object);
        List<float[]> vectors = vectors(bundle, List.of(both, one, all));
        assertThat(vectors.get(0)).isNotEqualTo(vectors.get(1)).isNotEqualTo(vectors.get(2));
        // An embedding depends neither on the other objects in its batch nor on absent modalities.
        assertThat(vectors(bundle, List.of(one, all, both)).get(0)).isEqualTo(vectors.get(1));
    }

    @Test
    void unpooledEmbeddingsHaveTheOutputOfEachToken() {
        EncoderBundle bundle =
                TokenPretraining.train(TOKENISER, objects(), settings(3, 1e-3)).bundle();
        EncoderBundle unpooled = UnpooledEncoder.of(bundle, SHAPE);
        assertThat(UnpooledEncoder.of(bundle, SHAPE).id())
                .isEqualTo(unpooled.id())
                .isNotEqualTo(bundle.id());
        float[] object = tokens(columns(1));
        float[] vector = vectors(bundle, List.of(object)).get(0);
        float[] all = vectors(unpooled, List.of(object)).get(0);
        assertThat(all).hasSize(5 * vector.length);
        for (int i = 0; i < vector.length; i++) {
            int number = i;
            double mean = IntStream.range(0, 5)
                    .mapToDouble(token -> all[token * vector.length + number])
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(vector[i], within(1e-5));
        }
    }

    @Test
    void codesNearEachOtherBeginAsNearVectors() {
        EncoderBundle bundle =
                TokenPretraining.train(TOKENISER, objects(), settings(0, 1e-3)).bundle();
        List<float[]> vectors = vectors(
                bundle,
                IntStream.of(0, 1, 15)
                        .mapToObj(bin -> tokens(Map.of("x", new float[] {(bin + 0.5f) / 16})))
                        .toList());
        assertThat(distance(vectors.get(0), vectors.get(1))).isLessThan(0.6 * distance(vectors.get(0), vectors.get(2)));
    }

    @Test
    void theManifestHasTheCodecsAndIsReadBackAsItWas() {
        EncoderBundle bundle =
                TokenPretraining.train(TOKENISER, objects(), settings(0, 1e-3)).bundle();
        byte[] json = bundle.manifest().toJson();
        assertThat(Manifest.parse(json)).isEqualTo(bundle.manifest());
        assertThat(bundle.manifest().tokens()).isEqualTo(TOKENISER);
        String broken = new String(json, StandardCharsets.UTF_8).replace("\"bins\" : 16", "\"bins\" : 1");
        assertThatThrownBy(() -> Manifest.parse(broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BundleException.class)
                .hasMessage(
                        "manifest.json: the grid of 'x' is from 0.0 to 1.0 in 1 bins; it must rise and have 2 or more");
        String longer = new String(json, StandardCharsets.UTF_8).replace("\"tokens\" : 3", "\"tokens\" : 4");
        assertThatThrownBy(() -> Manifest.parse(longer.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("and there are [6] tokens of [x, square, codes]; correct one of them");
    }

    @Test
    void aLossThatIsNotANumberIsAMistakeOfTheSettings() {
        assertThatThrownBy(() -> TokenPretraining.train(TOKENISER, objects(), settings(20, 1e30)))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("lower 'learning-rate', which is 1.0E30");
        assertThatThrownBy(() -> TokenPretraining.train(TOKENISER, List.of(), settings(1, 1e-3)))
                .hasMessage("There is no object to train on");
    }

    @Test
    void somethingIsHiddenAndSomethingShownOfEveryObject() {
        HiddenTokens hiding = HiddenTokens.of(TOKENISER);
        int wholeCodes = 0;
        int wholeOthers = 0;
        for (int key = 0; key < 500; key++) {
            boolean[] hidden = hiding.of(new float[] {1, 17, 33, 0, 40}, 0.5, key);
            assertThat(hidden).contains(true).contains(false);
            assertThat(hidden[3]).isFalse();
            wholeCodes += hidden[2] && hidden[4] && !hidden[0] && !hidden[1] ? 1 : 0;
            wholeOthers += hidden[0] && hidden[1] && !hidden[2] && !hidden[4] ? 1 : 0;
        }
        assertThat(wholeCodes).isGreaterThan(50);
        assertThat(wholeOthers).isGreaterThan(50);
        assertThat(hiding.of(new float[5], 0.5, 0)).doesNotContain(true);
        assertThat(hiding.of(new float[] {1, 0, 0, 0, 0}, 0.99, 0)).doesNotContain(true);
    }

    private static float[] column(Map<String, float[]> object, String name) {
        return Objects.requireNonNull(object.get(name));
    }

    private static List<float[]> vectors(EncoderBundle bundle, List<float[]> objects) {
        try (SampleEncoder encoder = LoadedEncoders.open(bundle, ComputeDevice.CPU)) {
            return new ArrayList<>(encoder.embed(objects, SHAPE, objects.size()).stream()
                    .map(embedding -> Objects.requireNonNull(embedding.vector()))
                    .toList());
        }
    }

    private static double distance(float[] one, float[] other) {
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            squares += Math.pow(one[i] - other[i], 2);
        }
        return Math.sqrt(squares);
    }

    private static double mean(float[] losses, int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> losses[i]).average().orElseThrow();
    }
}
