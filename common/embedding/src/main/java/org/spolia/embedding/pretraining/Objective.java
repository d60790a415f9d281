package org.spolia.embedding.pretraining;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.CounterRandom;

/** The values of a sample that are hidden from the encoder and must be predicted. */
public enum Objective {
    /** The values of the last frames. */
    FORECAST {
        @Override
        boolean[] hide(SampleShape shape, int[] image, double share, long key) {
            if (shape.frames() < 2) {
                throw new BundleException(
                        "A forecast needs samples of 2 frames or more, not of 1; make 'window' longer");
            }
            int shown = shape.frames() - count(shape.frames(), share);
            int points = shape.valuesOfChannel() / shape.frames();
            boolean[] hidden = new boolean[shape.valuesOfChannel()];
            Arrays.fill(hidden, shown * points, hidden.length, true);
            return hidden;
        }
    },
    /**
     * The values in blocks of {@value #BLOCK} points on each axis of the network's image, drawn at random (Xie et al.
     * 2022, SimMIM).
     */
    MASKED {
        @Override
        boolean[] hide(SampleShape shape, int[] image, double share, long key) {
            int[] blocks = Arrays.stream(image)
                    .map(length -> (length + BLOCK - 1) / BLOCK)
                    .toArray();
            int all = Arrays.stream(blocks).reduce(1, Math::multiplyExact);
            if (all < 2) {
                throw new BundleException(
                        "Samples of " + shape + " are one block of " + BLOCK
                                + " points on each axis, which cannot be hidden in part; make 'window' longer or the grid finer");
            }
            boolean[] chosen = new boolean[all];
            IntStream.range(0, all)
                    .boxed()
                    .sorted(Comparator.comparingLong(block -> CounterRandom.bits(key, block)))
                    .limit(count(all, share))
                    .forEach(block -> chosen[block] = true);
            boolean[] hidden = new boolean[shape.valuesOfChannel()];
            int points = Arrays.stream(image).reduce(1, Math::multiplyExact);
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] = chosen[block(i % points, image, blocks)];
            }
            return hidden;
        }
    };

    static final int BLOCK = 4;

    /**
     * Returns whether each value of a channel is hidden, the same for all channels.
     *
     * @param image the lengths of the axes of the image of the sample
     * @param share the hidden share of frames or blocks; at least one is hidden, and at least one is shown
     * @param key the key of the random numbers
     * @throws BundleException if the sample is too small for it
     */
    abstract boolean[] hide(SampleShape shape, int[] image, double share, long key);

    private static int count(int all, double share) {
        return Math.max(1, Math.min(all - 1, (int) Math.round(all * share)));
    }

    private static int block(int point, int[] image, int[] blocks) {
        int rest = point;
        int block = 0;
        int step = 1;
        for (int axis = image.length - 1; axis >= 0; axis--) {
            block += rest % image[axis] / BLOCK * step;
            step *= blocks[axis];
            rest /= image[axis];
        }
        return block;
    }
}
