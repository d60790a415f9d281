package org.spolia.embedding;

import java.io.Serializable;
import java.util.List;

/**
 * What a sample is made of; its values lie in row-major order: channel, frame, then the axes of the grid.
 *
 * @param channels components of fields, or columns of a survey
 * @param frames consecutive frames of the window; 1 for what has no time
 * @param extent length of each axis of the grid
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

    /** How many values a sample has. */
    public int values() {
        return channels * frames * (int) points(extent);
    }

    /** How many values each channel of a sample has. */
    public int valuesOfChannel() {
        return values() / channels;
    }

    /** How many points a grid has. */
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
