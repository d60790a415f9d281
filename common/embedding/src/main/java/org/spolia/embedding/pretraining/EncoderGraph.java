package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv3d;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.ConvolutionalNetwork;
import org.spolia.embedding.SampleShape;

/** A network as PyTorch computes it, from prepared samples to places and vectors. */
record EncoderGraph(ConvolutionalNetwork network) {

    /** Prepared samples, one after the other, as images. */
    NDArray input(NDManager manager, SampleShape shape, int size, float[] values) {
        int[] image = network.image(shape);
        long[] axes = new long[image.length + 2];
        axes[0] = size;
        axes[1] = network.channels();
        for (int axis = 0; axis < image.length; axis++) {
            axes[axis + 2] = image[axis];
        }
        return manager.create(values, new Shape(axes));
    }

    /**
     * What the encoder makes of each place of images.
     *
     * @param layers the weights of its layers, and maybe others after them
     */
    NDArray encode(List<NDArray> layers, NDArray input) {
        NDArray last = input;
        for (int layer = 0; layer < ConvolutionalNetwork.LAYERS; layer++) {
            last = convolve(last, layers.get(layer), null, ConvolutionalNetwork.STRIDE, ConvolutionalNetwork.KERNEL / 2)
                    .getNDArrayInternal()
                    .relu();
        }
        return last;
    }

    /** The vector of each sample: the mean over its places. */
    static NDArray pool(NDArray encoded, int size) {
        return encoded.reshape(size, ConvolutionalNetwork.DIMENSION, -1).mean(new int[] {2});
    }

    NDArray convolve(NDArray input, NDArray kernels, @Nullable NDArray bias, int stride, int padding) {
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
