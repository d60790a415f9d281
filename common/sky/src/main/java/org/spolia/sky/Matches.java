package org.spolia.sky;

import java.util.Arrays;

/**
 * Pairs of rows of two catalogues, by row on the left, the closest first; of equally close pairs, the lower row on the
 * right first.
 */
public final class Matches {
    private final int[] left;
    private final int[] right;
    private final double[] chords;

    Matches(int[] left, int[] right, double[] chords) {
        this.left = left;
        this.right = right;
        this.chords = chords;
    }

    public int size() {
        return left.length;
    }

    /** The row on the left of a pair. */
    public int left(int pair) {
        return left[pair];
    }

    /** The row on the right of a pair. */
    public int right(int pair) {
        return right[pair];
    }

    public double separationArcseconds(int pair) {
        return Angles.radians(chords[pair]) / Angles.RADIANS_PER_ARCSECOND;
    }

    /** Returns the closest pair of each row on the left that has one; rows on the right may occur several times. */
    public Matches nearest() {
        MatchList nearest = new MatchList();
        for (int pair = 0; pair < size(); pair++) {
            if (pair == 0 || left[pair] != left[pair - 1]) {
                nearest.insert(nearest.size(), left[pair], right[pair], chords[pair]);
            }
        }
        return nearest.matches();
    }

    /**
     * Returns the one-to-one pairs: neither row has a closer partner. Of equally close partners, the lower row counts.
     */
    public Matches mutual() {
        int[] nearestOfRight = new int[Arrays.stream(right).max().orElse(-1) + 1];
        Arrays.fill(nearestOfRight, -1);
        for (int pair = 0; pair < size(); pair++) {
            int best = nearestOfRight[right[pair]];
            if (best < 0 || chords[pair] < chords[best]) {
                nearestOfRight[right[pair]] = pair;
            }
        }
        MatchList mutual = new MatchList();
        Matches nearest = nearest();
        for (int pair = 0; pair < nearest.size(); pair++) {
            if (left[nearestOfRight[nearest.right[pair]]] == nearest.left[pair]) {
                mutual.insert(mutual.size(), nearest.left[pair], nearest.right[pair], nearest.chords[pair]);
            }
        }
        return mutual.matches();
    }
}
