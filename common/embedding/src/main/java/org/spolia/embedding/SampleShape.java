package org.spolia.embedding;

import java.io.Serializable;
import java.util.List;

/**
 * The shape of a sample. Its values are in row-major order: channel, frame, then the axes of the grid.
 *
 * @param channels components of fields, or columns of a survey
 * @param frames consecutive frames of the window; 1 for samples without time
 * @param extent the length of each axis of the grid
 */
public record SampleShape(int channels, int frames, List<Integer> extent) implements Serializable {
    public SampleShape {
        extent = List.copyOf(extent);
        if (channels < 1 || frames < 1 || extent.isEmpty() || extent.stream().anyMatch(length -> length < 1)) {
            throw new IllegalArgumentException("A sample has channels, frames and axes of at least 1, not " + channels
                    + ", " + frames + ", " + extent);
        }
        Math.toIntExact(Math.multiplyExact((long) channels * frames, points(extent)));
    }

    /** The number of values of a sample. */
    public int values() {
        return channels * frames * (int) points(extent);
    }

    /** The number of values of each channel of a sample. */
    public int valuesOfChannel() {
        return values() / channels;
    }

    /** The number of points of a grid. */
    static long points(List<Integer> extent) {
        long points = 1;
        for (int length : extent) {
            points = Math.multiplyExact(points, length);
        }
        return points;
    }

    @Override
    public String toString() {
        return channels + " channels of " + frames + (frames == 1 ? " frame " : " frames ")
                + String.join("×", extent.stream().map(String::valueOf).toList());
    }
}
