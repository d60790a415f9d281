package org.spolia.embedding.aion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.spolia.embedding.ComputeDevice;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.LoadedEncoders;
import org.spolia.embedding.Manifest;
import org.spolia.embedding.SampleEncoder;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.onnx.OnnxWeights;
import org.spolia.embedding.token.Tokeniser;

/** A bundle that {@code configs/encoders/aion.py} made, with random weights in place of AION-1's. */
class AionBundleTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("spolia.root"), "common/embedding/src/test/resources/org/spolia/embedding/aion");
    private static final List<AionModality> MODALITIES =
            List.of(AionModality.TOK_SPECTRUM_DESI, AionModality.TOK_FLUX_G, AionModality.TOK_Z);

    private final EncoderBundle bundle = EncoderBundle.of(Manifest.parse(bytes(Manifest.FILE)), bytes("model.onnx"));

    @Test
    void itsManifestSaysWhatTheModalitiesAre() {
        assertThat(bundle.manifest().tokens()).isEqualTo(AionModality.tokeniser(MODALITIES));
        assertThat(bundle.manifest().inputs()).hasSize(3);
        assertThat(Manifest.parse(bundle.manifest().toJson())).isEqualTo(bundle.manifest());
    }

    @Test
    void eachInputGetsTheTokensOfItsModality() {
        int count = AionModality.encoderTokens(MODALITIES);
        List<float[]> samples = List.of(tokens(1), tokens(2), tokens(3));
        List<float[]> vectors = embed(samples, count);
        Map<String, float[]> tables = OnnxWeights.read(bundle.model());
        for (int i = 0; i < samples.size(); i++) {
            double[] mean = new double[4];
            int place = 0;
            for (AionModality modality : MODALITIES) {
                float[] table = Objects.requireNonNull(tables.get(modality.key() + ".table"));
                for (int token = 0; token < modality.tokens(); token++) {
                    int code = (int) samples.get(i)[place++];
                    for (int d = 0; d < mean.length; d++) {
                        mean[d] += table[code * mean.length + d] / count;
                    }
                }
            }
            for (int d = 0; d < mean.length; d++) {
                assertThat(vectors.get(i)[d]).isCloseTo((float) mean[d], within(1e-5f));
            }
        }
    }

    @Test
    void invalidTokensAreRefusedWithTheReason() {
        Tokeniser tokeniser = AionModality.tokeniser(MODALITIES);
        Map<String, float[]> columns = new HashMap<>();
        columns.put("tok_spectrum_desi", new float[273]);
        columns.put("tok_flux_g", new float[] {1024});
        columns.put("tok_z", new float[] {1024});
        assertThat(tokeniser.tokenise(columns).reason())
                .isEqualTo("code 0 in column tok_flux_g is 1024.0, and the encoder takes whole numbers from 0 to 1023");
        columns.remove("tok_flux_g");
        assertThat(tokeniser.tokenise(columns).reason())
                .isEqualTo("there is no value for a token of 'tok_flux_g', and the encoder needs all values");
        assertThat(bundle.refusal(new SampleShape(1, 1, List.of(274)), 2))
                .hasValueSatisfying(reason -> assertThat(reason).contains("tok_flux_g int64[-1, 1]"));
    }

    private List<float[]> embed(List<float[]> samples, int count) {
        try (SampleEncoder encoder = LoadedEncoders.open(bundle, ComputeDevice.CPU)) {
            return encoder.embed(samples, new SampleShape(1, 1, List.of(count)), 2).stream()
                    .map(embedding -> Objects.requireNonNull(embedding.vector(), String.valueOf(embedding.reason())))
                    .toList();
        }
    }

    private static float[] tokens(long seed) {
        float[] tokens = new float[AionModality.encoderTokens(MODALITIES)];
        for (int place = 0; place < tokens.length; place++) {
            tokens[place] = CounterRandom.below(1024, seed, place);
        }
        return tokens;
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
