package org.spolia.embedding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete frame of a simulation, or an object of a survey.
 *
 * @param step its number
 * @param extent the length of each axis of the grid
 * @param channels the values of each channel, in row-major order
 * @param reason why there are no values; null if there are
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(
        int step,
        List<Integer> extent,
        float[][] channels,
        @Nullable String reason) {
    public Frame {
        extent = List.copyOf(extent);
    }

    public static Frame of(int step, List<Integer> extent, float[][] channels) {
        long points = SampleShape.points(extent);
        for (float[] channel : channels) {
            if (channel.length != points) {
                return missing(step, "a channel has " + channel.length + " values, and the grid is " + extent);
            }
        }
        return new Frame(step, extent, channels, null);
    }

    public static Frame missing(int step, String reason) {
        return new Frame(step, List.of(), new float[0][], reason);
    }

    /** Returns the means over equal blocks, the given number on each axis; the frame itself if no axis is given. */
    public Frame onGrid(List<Integer> grid) {
        if (grid.isEmpty() || reason != null) {
            return this;
        }
        boolean divides = grid.size() == extent.size();
        for (int axis = 0; divides && axis < grid.size(); axis++) {
            divides = extent.get(axis) % grid.get(axis) == 0;
        }
        if (!divides) {
            return missing(step, "a frame of " + extent + " cannot be cut into equal blocks on a grid of " + grid);
        }
        float[][] means = new float[channels.length][];
        for (int channel = 0; channel < channels.length; channel++) {
            means[channel] = blockMeans(channels[channel], grid);
        }
        return new Frame(step, grid, means, null);
    }

    private float[] blockMeans(float[] values, List<Integer> grid) {
        int blocks = grid.stream().reduce(1, Math::multiplyExact);
        double[] sums = new double[blocks];
        for (int point = 0; point < values.length; point++) {
            int rest = point;
            int block = 0;
            int step = 1;
            for (int axis = grid.size() - 1; axis >= 0; axis--) {
                int length = extent.get(axis);
                block += rest % length / (length / grid.get(axis)) * step;
                rest /= length;
                step *= grid.get(axis);
            }
            sums[block] += values[point];
        }
        float[] means = new float[blocks];
        for (int block = 0; block < blocks; block++) {
            means[block] = (float) (sums[block] * blocks / values.length);
        }
        return means;
    }
}
