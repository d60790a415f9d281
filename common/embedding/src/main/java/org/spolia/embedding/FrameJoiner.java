package org.spolia.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins the tiles of frames, one frame after another. */
public final class FrameJoiner {
    private final List<Tile> tiles = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record Tile(int[] origin, int[] shape, float[][] channels) {}

    /**
     * Adds a tile of the frame.
     *
     * @param origin its start on each axis
     * @param shape its length on each axis
     * @param channels its values, in row-major order
     */
    public void add(int[] origin, int[] shape, float[][] channels) {
        tiles.add(new Tile(origin, shape, channels));
    }

    public boolean isEmpty() {
        return tiles.isEmpty();
    }

    /** Returns the frame of the added tiles, and removes them. */
    public Frame join(int step) {
        List<Tile> joined = List.copyOf(tiles);
        tiles.clear();
        int[] extent = extent(joined);
        List<Integer> lengths = Arrays.stream(extent).boxed().toList();
        if (joined.size() == 1) {
            return Frame.of(step, lengths, joined.get(0).channels);
        }
        long points = lengths.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        long given = joined.stream()
                .mapToLong(tile -> Arrays.stream(tile.shape).asLongStream().reduce(1, Math::multiplyExact))
                .sum();
        if (points != given) {
            return Frame.missing(
                    step, "tiles of the frame are missing: they have " + given + " of " + points + " points");
        }
        float[][] channels = new float[joined.get(0).channels.length][Math.toIntExact(points)];
        for (Tile tile : joined) {
            for (int channel = 0; channel < channels.length; channel++) {
                put(tile, tile.channels[channel], extent, channels[channel]);
            }
        }
        return Frame.of(step, lengths, channels);
    }

    private static int[] extent(List<Tile> tiles) {
        int[] extent = new int[tiles.get(0).shape.length];
        for (Tile tile : tiles) {
            for (int axis = 0; axis < extent.length; axis++) {
                extent[axis] = Math.max(extent[axis], tile.origin[axis] + tile.shape[axis]);
            }
        }
        return extent;
    }

    /** Copies contiguous runs along the last axis. */
    private static void put(Tile tile, float[] values, int[] extent, float[] frame) {
        int last = extent.length - 1;
        int run = tile.shape[last];
        for (int from = 0; from < values.length; from += run) {
            int rest = from / run;
            int to = tile.origin[last];
            int step = extent[last];
            for (int axis = last - 1; axis >= 0; axis--) {
                to += (tile.origin[axis] + rest % tile.shape[axis]) * step;
                rest /= tile.shape[axis];
                step *= extent[axis];
            }
            System.arraycopy(values, from, frame, to, run);
        }
    }
}
