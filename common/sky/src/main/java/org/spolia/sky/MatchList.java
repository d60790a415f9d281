package org.spolia.sky;

import java.util.Arrays;

/** A growing list of pairs. */
final class MatchList {
    private int[] left = new int[16];
    private int[] right = new int[16];
    private double[] chords = new double[16];
    private int size;

    int size() {
        return size;
    }

    /** Adds a pair after those, from a position on, that are closer, or equally close with a lower row on the right. */
    void insert(int first, int leftRow, int rightRow, double chord) {
        if (size == left.length) {
            grow();
        }
        int place = size++;
        while (place > first
                && (chords[place - 1] > chord || (chords[place - 1] == chord && right[place - 1] > rightRow))) {
            copy(place - 1, place);
            place--;
        }
        left[place] = leftRow;
        right[place] = rightRow;
        chords[place] = chord;
    }

    private void copy(int from, int to) {
        left[to] = left[from];
        right[to] = right[from];
        chords[to] = chords[from];
    }

    private void grow() {
        left = Arrays.copyOf(left, 2 * size);
        right = Arrays.copyOf(right, 2 * size);
        chords = Arrays.copyOf(chords, 2 * size);
    }

    Matches matches() {
        return new Matches(Arrays.copyOf(left, size), Arrays.copyOf(right, size), Arrays.copyOf(chords, size));
    }
}
