package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv3d;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.ConvolutionalNetwork;
import org.spolia.embedding.HeNormal;
import org.spolia.embedding.SampleShape;

/** An encoder that learns, and its decoder: one convolution with kernels of length 1, from each place to the values of its patch. */
final class Learner {
    private static final int DECODER = ConvolutionalNetwork.LAYERS;

    private final ConvolutionalNetwork network;
    private final List<float[]> weights = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Adam> optimisers = new ArrayList<>();

    Learner(ConvolutionalNetwork network, long seed, double learningRate) {
        this.network = network;
        float[][] initial = network.initialWeights(seed);
        for (int layer = 0; layer < DECODER; layer++) {
            add(initial[layer], network.kernels(layer));
        }
        long[] decoder = new long[network.axes() + 2];
        Arrays.fill(decoder, 1);
        decoder[0] = PatchLayout.outputs(network);
        decoder[1] = ConvolutionalNetwork.DIMENSION;
        add(HeNormal.weights(decoder, seed, DECODER), decoder);
        add(new float[(int) decoder[0]], decoder[0]);
        weights.forEach(layer -> optimisers.add(new Adam(layer.length, learningRate)));
    }

    private void add(float[] values, long... shape) {
        weights.add(values);
        shapes.add(new Shape(shape));
    }

    /** The weights of the layers of the encoder. */
    float[][] encoderWeights() {
        return weights.subList(0, DECODER).toArray(float[][]::new);
    }

    /** Makes a step, and says what the loss was before. */
    float step(NDManager manager, TrainingBatch batch) {
        float[] loss = new float[1];
        PyTorch.withGradients(() -> {
            List<NDArray> layers = layers(manager);
            layers.forEach(layer -> layer.setRequiresGradient(true));
            NDArray encoded = encode(layers, input(manager, batch.shape(), batch.size(), batch.values()));
            NDArray foretold = convolve(encoded, layers.get(DECODER), layers.get(DECODER + 1), 1, 0);
            NDArray targets = manager.create(batch.targets(), foretold.getShape());
            NDArray chosen = manager.create(batch.weights(), foretold.getShape());
            NDArray error = foretold.sub(targets);
            NDArray mean = error.mul(error).mul(chosen).sum().div(batch.hidden());
            loss[0] = mean.getFloat();
            PyTorch.backward(manager, mean);
            for (int layer = 0; layer < layers.size(); layer++) {
                NDArray gradient = layers.get(layer).getGradient();
                optimisers.get(layer).step(weights.get(layer), gradient.toFloatArray());
                gradient.close();
            }
        });
        return loss[0];
    }

    /** The vectors of prepared samples, one after the other. */
    float[] embed(NDManager manager, SampleShape shape, int size, float[] values) {
        NDArray encoded = encode(layers(manager), input(manager, shape, size, values));
        return encoded.reshape(size, ConvolutionalNetwork.DIMENSION, -1)
                .mean(new int[] {2})
                .toFloatArray();
    }

    private List<NDArray> layers(NDManager manager) {
        List<NDArray> layers = new ArrayList<>();
        for (int layer = 0; layer < weights.size(); layer++) {
            layers.add(manager.create(weights.get(layer), shapes.get(layer)));
        }
        return layers;
    }

    private NDArray input(NDManager manager, SampleShape shape, int size, float[] values) {
        int[] image = network.image(shape);
        long[] axes = new long[image.length + 2];
        axes[0] = size;
        axes[1] = network.channels();
        for (int axis = 0; axis < image.length; axis++) {
            axes[axis + 2] = image[axis];
        }
        return manager.create(values, new Shape(axes));
    }

    private NDArray encode(List<NDArray> layers, NDArray input) {
        NDArray last = input;
        for (int layer = 0; layer < DECODER; layer++) {
            last = convolve(last, layers.get(layer), null, ConvolutionalNetwork.STRIDE, ConvolutionalNetwork.KERNEL / 2)
                    .getNDArrayInternal()
                    .relu();
        }
        return last;
    }

    private NDArray convolve(NDArray input, NDArray kernels, @Nullable NDArray bias, int stride, int padding) {
        Shape strides = same(stride);
        Shape paddings = same(padding);
        NDList out = network.axes() == 2
                ? Conv2d.conv2d(input, kernels, bias, strides, paddings, same(1))
                : Conv3d.conv3d(input, kernels, bias, strides, paddings, same(1));
        return out.singletonOrThrow();
    }

    private Shape same(long length) {
        long[] lengths = new long[network.axes()];
        Arrays.fill(lengths, length);
        return new Shape(lengths);
    }
}
