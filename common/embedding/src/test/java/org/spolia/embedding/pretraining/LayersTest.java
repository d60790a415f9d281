package org.spolia.embedding.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.embedding.ComputeDevice;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.LoadedEncoders;
import org.spolia.embedding.Manifest;
import org.spolia.embedding.SampleEncoder;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.layers.Attention;
import org.spolia.embedding.layers.LayerNorm;
import org.spolia.embedding.layers.Operations;
import org.spolia.embedding.layers.Perceptron;
import org.spolia.embedding.layers.RelativePositions;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.network.InitialWeights;
import org.spolia.embedding.onnx.OnnxOperations;
import org.spolia.embedding.onnx.OnnxTensor;
import org.spolia.embedding.onnx.OnnxWriter;
import org.spolia.embedding.onnx.TensorType;

/** Compares layers in PyTorch with the same layers in an ONNX file, on batches of tokens. */
class LayersTest {
    private static final int WIDTH = 8;
    private static final int BATCH = 2;

    /** A function of layers, as both engines compute it. */
    private interface Layers {
        <T> T apply(Operations<T> on, T tokens);
    }

    @Test
    void aLayerNormLeavesMeanZeroAndDeviationOne() {
        LayerNorm norm = new LayerNorm("norm", WIDTH);

        float[] out = torch(norm.weights(), norm::apply, 3);
        for (int token = 0; token < BATCH * 3; token++) {
            double sum = 0;
            double squares = 0;
            for (int d = 0; d < WIDTH; d++) {
                sum += out[token * WIDTH + d];
                squares += out[token * WIDTH + d] * out[token * WIDTH + d];
            }
            assertThat(sum / WIDTH).isCloseTo(0, Offset.offset(1e-5));
            assertThat(squares / WIDTH).isCloseTo(1, Offset.offset(1e-3));
        }
        assertThat(onnx(norm.weights(), norm::apply, 3)).containsExactly(out, Offset.offset(1e-5f));
    }

    @Test
    void aPerceptronIsTheSameInBoth() {
        Perceptron perceptron = new Perceptron("mlp", WIDTH, 5, WIDTH);

        assertSame(perceptron.weights(), perceptron::apply, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 19})
    void attentionWithPositionsIsTheSameInBothForAnyNumberOfTokens(int tokens) {
        for (boolean ring : new boolean[] {false, true}) {
            Attention attention = new Attention("attention", WIDTH, 2);
            RelativePositions positions = new RelativePositions("positions", 2, 3, ring);
            List<Weight> weights = Stream.concat(attention.weights().stream(), positions.weights().stream())
                    .toList();
            Layers layers = new Layers() {
                @Override
                public <T> T apply(Operations<T> on, T in) {
                    return attention.apply(on, in, Optional.of(positions.bias(on, in, 1)));
                }
            };

            assertSame(weights, layers, tokens);
        }
    }

    /** Without positions, a permutation of tokens only permutes the output. */
    @Test
    void attentionWithoutPositionsIgnoresTheOrder() {
        Attention attention = new Attention("attention", WIDTH, 2);
        Layers layers = new Layers() {
            @Override
            public <T> T apply(Operations<T> on, T in) {
                return attention.apply(on, in, Optional.empty());
            }
        };
        float[] in = tokens(2);
        float[] exchanged = in.clone();
        System.arraycopy(in, 0, exchanged, WIDTH, WIDTH);
        System.arraycopy(in, WIDTH, exchanged, 0, WIDTH);

        float[] out = torch(attention.weights(), layers, 2, in);
        float[] other = torch(attention.weights(), layers, 2, exchanged);
        for (int d = 0; d < WIDTH; d++) {
            assertThat(other[WIDTH + d]).isCloseTo(out[d], Offset.offset(1e-5f));
            assertThat(other[d]).isCloseTo(out[WIDTH + d], Offset.offset(1e-5f));
        }
    }

    /**
     * Positions far apart on a line may be close on a ring: from the first of five tokens, the last is one step back.
     */
    @ParameterizedTest
    @CsvSource({"false, '[0, 1, 2, 2, 2]'", "true, '[0, 1, 2, -2, -1]'"})
    void distancesGoRoundOnARing(boolean ring, String fromTheFirst) {
        try (NDManager manager = PyTorch.newManager()) {
            NDArray table = manager.create(new float[] {-2, -1, 0, 1, 2}, new Shape(5, 1));
            TorchOperations on = new TorchOperations(manager, Map.of());
            float[] distances = on.relative(table, 5, manager.zeros(new Shape(1, 5, 1)), 1, ring)
                    .toFloatArray();

            List<Integer> first =
                    IntStream.range(0, 5).mapToObj(i -> (int) distances[i]).toList();
            assertThat(first).hasToString(fromTheFirst);
        }
    }

    @Test
    void headsThatCannotShareAreRefused() {
        assertThatThrownBy(() -> new Attention("attention", 8, 3)).hasMessage("3 heads cannot share 8 numbers equally");
    }

    private static void assertSame(List<Weight> weights, Layers layers, int tokens) {
        assertThat(onnx(weights, layers, tokens)).containsExactly(torch(weights, layers, tokens), Offset.offset(1e-5f));
    }

    private static float[] torch(List<Weight> weights, Layers layers, int tokens) {
        return torch(weights, layers, tokens, tokens(tokens));
    }

    private static float[] torch(List<Weight> declared, Layers layers, int tokens, float[] values) {
        Weights weights = new Weights(1e-3);
        float[][] initial = InitialWeights.of(declared, 1);
        for (int i = 0; i < initial.length; i++) {
            weights.add(declared.get(i), initial[i]);
        }
        try (NDManager manager = PyTorch.newManager()) {
            NDArray in = manager.create(values, new Shape(BATCH, tokens, WIDTH));
            return layers.apply(weights.operations(manager), in).toFloatArray();
        }
    }

    private static float[] onnx(List<Weight> weights, Layers layers, int tokens) {
        List<Long> shape = List.of(TensorType.ANY, TensorType.ANY, (long) WIDTH);
        OnnxWriter model = OnnxWriter.of("layers").input(new TensorType("tokens", "float32", shape));
        OnnxOperations on = OnnxOperations.of(model, weights, InitialWeights.of(weights, 1));
        on.output(layers.apply(on, new OnnxTensor("tokens", 3)), new TensorType("out", "float32", shape));
        byte[] file = model.toBytes();
        String manifest = String.format(Locale.ROOT, """
                {"name": "layers", "licence": "none", "engine": "OnnxRuntime", "model": "layers.onnx", "sha256": "%s",
                 "inputs": [{"name": "tokens", "dtype": "float32", "shape": [-1, -1, %d]}],
                 "preprocessing": {"kind": "none"}, "output": "out", "pooling": "none", "dimension": %d}""", sha256(file), WIDTH, tokens * WIDTH);
        SampleShape sample = new SampleShape(tokens, 1, List.of(WIDTH));
        List<float[]> samples = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            samples.add(Arrays.copyOfRange(tokens(tokens), i * tokens * WIDTH, (i + 1) * tokens * WIDTH));
        }
        float[] out = new float[BATCH * tokens * WIDTH];
        EncoderBundle bundle = EncoderBundle.of(Manifest.parse(manifest.getBytes(StandardCharsets.UTF_8)), file);
        try (SampleEncoder encoder = LoadedEncoders.open(bundle, ComputeDevice.CPU)) {
            for (int i = 0; i < BATCH; i++) {
                float[] vector = Objects.requireNonNull(
                        encoder.embed(samples, sample, BATCH).get(i).vector());
                System.arraycopy(vector, 0, out, i * vector.length, vector.length);
            }
        }
        return out;
    }

    private static float[] tokens(int tokens) {
        float[] values = new float[BATCH * tokens * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2 * CounterRandom.normal(7, i));
        }
        return values;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
