package org.spolia.embedding.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.layers.Attention;
import org.spolia.embedding.layers.LayerNorm;
import org.spolia.embedding.layers.Operations;
import org.spolia.embedding.layers.Perceptron;
import org.spolia.embedding.layers.RelativePositions;
import org.spolia.embedding.layers.Weight;

/**
 * Attention along one axis after another, as in the axial vision transformer of Multiple Physics Pretraining (McCabe et
 * al. 2024), but small. Three convolutions (kernel 3, no bias) make a token of each patch of 4 frames and 8 points on
 * each axis of the grid. In each of three blocks, tokens attend along time, then along each axis of the grid with the
 * same weights, then pass through a perceptron; each step follows a layer norm and has a residual connection. A last
 * layer norm ends the network. Distances between tokens have learned biases; axes of the grid are periodic. A grid of
 * one or two axes and its frames are an image; on grids of three axes, frames are channels, and there is no attention
 * along time.
 *
 * @param timed whether the first axis is that of frames
 */
record AxialAttentionNetwork(int channels, int axes, boolean timed) implements EncoderNetwork {
    private static final int KERNEL = 3;
    private static final int MOST_AXES = 3;

    /** About 240 000 weights in two dimensions. */
    private static final int WIDTH = 64;

    private static final List<Integer> STEM = List.of(16, 32, WIDTH);
    private static final int BLOCKS = 3;
    private static final int HEADS = 4;
    private static final int HIDDEN = 4 * WIDTH;

    /** Convolutions with stride 2 along time; the others have stride 1. */
    private static final int TIME_STEPS = 2;

    /** The largest distance between patches with a bias of its own. */
    private static final int REACH = 8;

    private static final int FIRST_AXIS = 1;

    /**
     * Returns the network for samples of this shape, on a grid of any extent.
     *
     * @throws org.spolia.embedding.BundleException if the grid has more than three axes
     */
    static AxialAttentionNetwork of(SampleShape sample) {
        int grid = Architecture.requireGrid("An axial-attention", sample);
        return grid < MOST_AXES
                ? new AxialAttentionNetwork(sample.channels(), grid + 1, true)
                : new AxialAttentionNetwork(sample.channels() * sample.frames(), grid, false);
    }

    @Override
    public int[] patch() {
        int[] patch = new int[axes];
        Arrays.fill(patch, 1 << STEM.size());
        if (timed) {
            patch[0] = 1 << TIME_STEPS;
        }
        return patch;
    }

    @Override
    public int dimension() {
        return WIDTH;
    }

    @Override
    public List<Weight> weights() {
        List<Weight> weights = new ArrayList<>();
        for (int layer = 0; layer < STEM.size(); layer++) {
            weights.add(kernels(layer));
        }
        for (int block = 0; block < BLOCKS; block++) {
            if (timed) {
                weights.addAll(new Along(block, true).weights());
            }
            weights.addAll(new Along(block, false).weights());
            weights.addAll(norm(block).weights());
            weights.addAll(perceptron(block).weights());
        }
        weights.addAll(last().weights());
        return List.copyOf(weights);
    }

    private Weight kernels(int layer) {
        long[] shape = new long[axes + 2];
        Arrays.fill(shape, KERNEL);
        shape[0] = STEM.get(layer);
        shape[1] = layer == 0 ? channels : STEM.get(layer - 1);
        return Weight.kernels("patches" + layer, shape);
    }

    private int[] strides(int layer) {
        int[] strides = new int[axes];
        Arrays.fill(strides, 2);
        if (timed && layer >= TIME_STEPS) {
            strides[0] = 1;
        }
        return strides;
    }

    private static LayerNorm norm(int block) {
        return new LayerNorm("block" + block + ".norm", WIDTH);
    }

    private static Perceptron perceptron(int block) {
        return new Perceptron("block" + block + ".perceptron", WIDTH, HIDDEN, WIDTH);
    }

    private static LayerNorm last() {
        return new LayerNorm("last", WIDTH);
    }

    @Override
    public <T> T encode(Operations<T> on, T images) {
        T patches = images;
        for (int layer = 0; layer < STEM.size(); layer++) {
            Weight kernels = kernels(layer);
            patches = on.gelu(on.convolve(patches, on.weight(kernels.name()), kernels.lengths(), strides(layer)));
        }
        T tokens = on.transpose(patches, channelsLast());
        for (int block = 0; block < BLOCKS; block++) {
            for (int axis = 0; axis < axes; axis++) {
                tokens = on.add(tokens, new Along(block, timed && axis == 0).apply(on, tokens, FIRST_AXIS + axis));
            }
            tokens = on.add(tokens, perceptron(block).apply(on, norm(block).apply(on, tokens)));
        }
        return on.transpose(last().apply(on, tokens), channelsFirst());
    }

    private int[] channelsLast() {
        return IntStream.range(0, axes + 2)
                .map(place -> place == 0 ? 0 : place == axes + 1 ? 1 : place + 1)
                .toArray();
    }

    private int[] channelsFirst() {
        return IntStream.range(0, axes + 2)
                .map(place -> place == 0 ? 0 : place == 1 ? axes + 1 : place - 1)
                .toArray();
    }

    /** Attention of a block along time, or along the axes of the grid. */
    private record Along(int block, boolean time) {
        List<Weight> weights() {
            List<Weight> weights = new ArrayList<>(norm().weights());
            weights.addAll(attention().weights());
            weights.addAll(positions().weights());
            return weights;
        }

        /** Returns the result of attention along an axis of [batch, positions on each axis …, width]. */
        <T> T apply(Operations<T> on, T tokens, int axis) {
            int sequence = on.axes(tokens) - 2;
            T along = on.swap(norm().apply(on, tokens), axis, sequence);
            T taken = attention().apply(on, along, Optional.of(positions().bias(on, tokens, axis)));
            return on.swap(taken, axis, sequence);
        }

        private LayerNorm norm() {
            return new LayerNorm(name() + "-norm", WIDTH);
        }

        private Attention attention() {
            return new Attention(name(), WIDTH, HEADS);
        }

        private RelativePositions positions() {
            return new RelativePositions(name() + "-positions", HEADS, REACH, !time);
        }

        private String name() {
            return "block" + block + (time ? ".time" : ".grid");
        }
    }
}
