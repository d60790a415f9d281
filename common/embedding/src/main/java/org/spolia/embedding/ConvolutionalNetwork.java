package org.spolia.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.spolia.embedding.onnx.OnnxWeights;
import org.spolia.embedding.onnx.OnnxWriter;
import org.spolia.embedding.onnx.TensorType;

/**
 * The encoder of random and of pretrained weights: four convolutions (kernel 3, stride 2, no bias) with rectifiers and the mean over all
 * places. A grid of one axis and its frames are an image; on grids with more axes frames are channels.
 *
 * @param channels of the image
 * @param axes of the image, 2 or 3
 */
public record ConvolutionalNetwork(int channels, int axes) {
    /** Convolutions, one after the other. */
    public static final int LAYERS = 4;

    /** Length of all kernels on each axis. */
    public static final int KERNEL = 3;

    /** Steps of all kernels on each axis. */
    public static final int STRIDE = 2;

    /** Points of the image on each axis for each place of the last layer. */
    public static final int PATCH = 1 << LAYERS;

    /** Numbers at each place of the last layer, and of a vector. */
    public static final int DIMENSION = 128;

    /** About 240 000 weights in two dimensions. */
    private static final int[] WIDTHS = {32, 64, 128, DIMENSION};

    private static final int MOST_AXES = 3;
    private static final String WEIGHTS = "weights";

    /**
     * The network for samples like this one, on a grid of any extent.
     *
     * @throws BundleException if the grid has more than three axes
     */
    public static ConvolutionalNetwork of(SampleShape sample) {
        int grid = sample.extent().size();
        if (grid > MOST_AXES) {
            throw new BundleException("A convolutional encoder takes grids of up to 3 axes, not of " + grid);
        }
        return grid == 1
                ? new ConvolutionalNetwork(sample.channels(), 2)
                : new ConvolutionalNetwork(sample.channels() * sample.frames(), grid);
    }

    /** The lengths of the axes of the image that a sample is. */
    public int[] image(SampleShape sample) {
        List<Integer> lengths = new ArrayList<>(sample.extent());
        if (lengths.size() == 1) {
            lengths.add(0, sample.frames());
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Shape of the kernels of a layer: what goes out, what comes in, then each axis. */
    public long[] kernels(int layer) {
        long[] kernels = new long[axes + 2];
        Arrays.fill(kernels, KERNEL);
        kernels[0] = WIDTHS[layer];
        kernels[1] = layer == 0 ? channels : WIDTHS[layer - 1];
        return kernels;
    }

    /** The weights of all layers, which are a function of the seed. */
    public float[][] initialWeights(long seed) {
        float[][] weights = new float[LAYERS][];
        for (int layer = 0; layer < LAYERS; layer++) {
            weights[layer] = HeNormal.weights(kernels(layer), seed, layer);
        }
        return weights;
    }

    /**
     * The weights in a bundle that this network has made.
     *
     * @throws BundleException if another has
     */
    public float[][] weights(EncoderBundle bundle) {
        Map<String, float[]> all = OnnxWeights.read(bundle.model());
        float[][] weights = new float[LAYERS][];
        for (int layer = 0; layer < LAYERS; layer++) {
            long count = Arrays.stream(kernels(layer)).reduce(1, Math::multiplyExact);
            weights[layer] = all.getOrDefault(WEIGHTS + layer, new float[0]);
            if (weights[layer].length != count) {
                throw new BundleException("Encoder '" + bundle.manifest().name()
                        + "' is not the network that learns here; name random or pretrained ones");
            }
        }
        return weights;
    }

    /**
     * The encoder with these weights, which normalises each channel of a sample before.
     *
     * @param name for people
     * @param weights of each layer, in row-major order of its kernels
     */
    public EncoderBundle bundle(String name, float[][] weights) {
        List<Long> shape = new ArrayList<>(List.of(TensorType.ANY, (long) channels));
        for (int axis = 0; axis < axes; axis++) {
            shape.add(TensorType.ANY);
        }
        byte[] model = model(shape, weights);
        Manifest manifest = new Manifest(
                name,
                "Apache-2.0",
                Manifest.ONNX_RUNTIME,
                "model.onnx",
                Manifest.sha256(model),
                List.of(new InputSpec("field", "float32", shape)),
                "embedding",
                Preprocessing.REVIN,
                Pooling.NONE,
                DIMENSION);
        return EncoderBundle.of(manifest, model);
    }

    private byte[] model(List<Long> shape, float[][] weights) {
        OnnxWriter model = OnnxWriter.of("convolutional").input(new TensorType("field", "float32", shape));
        String last = "field";
        for (int layer = 0; layer < LAYERS; layer++) {
            String kernels = WEIGHTS + layer;
            String convolved = "convolved" + layer;
            model.weights(kernels, weights[layer], kernels(layer));
            model.convolution(List.of(last, kernels), convolved, axes, KERNEL, STRIDE, KERNEL / 2);
            last = "layer" + layer;
            model.layer("Relu", List.of(convolved), last);
        }
        return model.layer("GlobalAveragePool", List.of(last), "pooled")
                .layer("Flatten", List.of("pooled"), "embedding")
                .output(new TensorType("embedding", "float32", List.of(TensorType.ANY, (long) DIMENSION)))
                .toBytes();
    }
}
