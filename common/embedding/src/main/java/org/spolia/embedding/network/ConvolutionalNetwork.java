package org.spolia.embedding.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.layers.Operations;
import org.spolia.embedding.layers.Weight;

/**
 * Four convolutions (kernel 3, stride 2, no bias) with rectifiers. A grid of one axis and its frames are an image; on
 * grids with more axes frames are channels.
 */
record ConvolutionalNetwork(int channels, int axes) implements EncoderNetwork {
    private static final int KERNEL = 3;
    private static final int STRIDE = 2;

    /** About 240 000 weights in two dimensions. */
    private static final List<Integer> WIDTHS = List.of(32, 64, 128, 128);

    /**
     * Returns the network for samples of this shape, on a grid of any extent.
     *
     * @throws org.spolia.embedding.BundleException if the grid has more than three axes
     */
    static ConvolutionalNetwork of(SampleShape sample) {
        int grid = Architecture.requireGrid("A convolutional", sample);
        return grid == 1
                ? new ConvolutionalNetwork(sample.channels(), 2)
                : new ConvolutionalNetwork(sample.channels() * sample.frames(), grid);
    }

    @Override
    public int[] patch() {
        int[] patch = new int[axes];
        Arrays.fill(patch, 1 << WIDTHS.size());
        return patch;
    }

    @Override
    public int dimension() {
        return WIDTHS.get(WIDTHS.size() - 1);
    }

    @Override
    public List<Weight> weights() {
        return IntStream.range(0, WIDTHS.size()).mapToObj(this::kernels).toList();
    }

    private Weight kernels(int layer) {
        long[] shape = new long[axes + 2];
        Arrays.fill(shape, KERNEL);
        shape[0] = WIDTHS.get(layer);
        shape[1] = layer == 0 ? channels : WIDTHS.get(layer - 1);
        return Weight.kernels("weights" + layer, shape);
    }

    @Override
    public <T> T encode(Operations<T> on, T images) {
        int[] strides = new int[axes];
        Arrays.fill(strides, STRIDE);
        T last = images;
        for (Weight kernels : weights()) {
            last = on.relu(on.convolve(last, on.weight(kernels.name()), kernels.lengths(), strides));
        }
        return last;
    }
}
