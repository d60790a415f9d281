package org.spolia.statistics;

import java.util.Arrays;

/**
 * The offered candidates with the least distances, in the order of their distance; of equal distances, the earlier
 * ones.
 */
public final class Nearest {
    private final int[] places;
    private final double[] distances;
    private int count;

    /**
     * Creates an empty list.
     *
     * @param most the number of candidates that are kept
     */
    public Nearest(int most) {
        this.places = new int[most];
        this.distances = new double[most];
    }

    /** Adds a candidate if it is nearer than the farthest, or if there is room. */
    public void offer(int place, double distance) {
        if (count == places.length && !(count > 0 && distance < distances[count - 1])) {
            return;
        }
        int at = count < places.length ? count++ : count - 1;
        while (at > 0 && distances[at - 1] > distance) {
            distances[at] = distances[at - 1];
            places[at] = places[at - 1];
            at--;
        }
        distances[at] = distance;
        places[at] = place;
    }

    /** The number of candidates. */
    public int count() {
        return count;
    }

    /** The candidate at this rank, from 0. */
    public int place(int rank) {
        return places[rank];
    }

    /** Its distance. */
    public double distance(int rank) {
        return distances[rank];
    }

    /** The candidates, the nearest first. */
    public int[] places() {
        return Arrays.copyOf(places, count);
    }
}
