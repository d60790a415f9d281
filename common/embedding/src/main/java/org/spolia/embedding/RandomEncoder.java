package org.spolia.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spolia.embedding.onnx.OnnxWriter;
import org.spolia.embedding.onnx.TensorType;

/**
 * An encoder that has learned nothing: four convolutions (kernel 3, stride 2) with rectifiers and the mean over all places, whose weights
 * are a function of a seed. What a pretrained encoder adds is what it does better than this one, which is a lot better than pixels.
 *
 * <p>A grid of one axis and its frames are an image; on grids with more axes frames are channels. Weights are normal with variance
 * 2/fan-in (He et al. 2015).
 */
public final class RandomEncoder {
    /** About 240 000 weights in two dimensions. */
    private static final int[] WIDTHS = {32, 64, 128, 128};

    private static final int KERNEL = 3;
    private static final int MOST_AXES = 3;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private RandomEncoder() {}

    /**
     * The encoder for samples like this one, on a grid of any extent.
     *
     * @throws BundleException if the grid has more than three axes
     */
    public static EncoderBundle bundle(SampleShape sample, long seed) {
        int grid = sample.extent().size();
        if (grid > MOST_AXES) {
            throw new BundleException("A random encoder takes grids of up to 3 axes, not of " + grid);
        }
        boolean image = grid == 1;
        int axes = image ? 2 : grid;
        int channels = image ? sample.channels() : sample.channels() * sample.frames();
        List<Long> shape = new ArrayList<>(List.of(TensorType.ANY, (long) channels));
        for (int axis = 0; axis < axes; axis++) {
            shape.add(TensorType.ANY);
        }
        byte[] model = model(channels, axes, shape, seed);
        Manifest manifest = new Manifest(
                "random",
                "Apache-2.0",
                Manifest.ONNX_RUNTIME,
                "model.onnx",
                Manifest.sha256(model),
                List.of(new InputSpec("field", "float32", shape)),
                "embedding",
                Preprocessing.REVIN,
                Pooling.NONE,
                WIDTHS[WIDTHS.length - 1]);
        return EncoderBundle.of(manifest, model);
    }

    private static byte[] model(int channels, int axes, List<Long> shape, long seed) {
        OnnxWriter model = OnnxWriter.of("random").input(new TensorType("field", "float32", shape));
        String last = "field";
        int width = channels;
        for (int layer = 0; layer < WIDTHS.length; layer++) {
            long[] kernels = new long[axes + 2];
            Arrays.fill(kernels, KERNEL);
            kernels[0] = WIDTHS[layer];
            kernels[1] = width;
            String weights = "weights" + layer;
            String convolved = "convolved" + layer;
            model.weights(weights, weights(kernels, seed, layer), kernels);
            model.convolution(List.of(last, weights), convolved, axes, KERNEL, 2, KERNEL / 2);
            last = "layer" + layer;
            model.layer("Relu", List.of(convolved), last);
            width = WIDTHS[layer];
        }
        return model.layer("GlobalAveragePool", List.of(last), "pooled")
                .layer("Flatten", List.of("pooled"), "embedding")
                .output(new TensorType("embedding", "float32", List.of(TensorType.ANY, (long) width)))
                .toBytes();
    }

    private static float[] weights(long[] kernels, long seed, int layer) {
        long fanIn = Pooling.product(kernels, 1);
        double deviation = Math.sqrt(2.0 / fanIn);
        float[] weights = new float[Math.toIntExact(Pooling.product(kernels, 0))];
        long key = mix(mix(seed + GOLDEN_GAMMA) + layer);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (deviation * normal(key, i));
        }
        return weights;
    }

    /** Standard normal by Box and Muller, a function of key and counter; StrictMath, because Math may round differently elsewhere. */
    private static double normal(long key, long counter) {
        double radius = ((bits(key, 2 * counter) >>> 11) + 1) * 0x1p-53;
        double angle = (bits(key, 2 * counter + 1) >>> 11) * 0x1p-53;
        return Math.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(2 * Math.PI * angle);
    }

    private static long bits(long key, long counter) {
        return mix(mix(key + GOLDEN_GAMMA * (counter + 1)) + key);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
