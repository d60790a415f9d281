package org.spolia.statistics.probe;

/** Classes as numbers from 0. */
final class Classes {
    private Classes() {}

    /** Returns for each row the index of its largest score; of equal scores the first. */
    static int[] largest(double[][] scores) {
        int[] places = new int[scores.length];
        for (int row = 0; row < places.length; row++) {
            for (int i = 1; i < scores[row].length; i++) {
                if (scores[row][i] > scores[row][places[row]]) {
                    places[row] = i;
                }
            }
        }
        return places;
    }

    /** Returns a row for each class, 1 at its index and 0 elsewhere. */
    static double[][] oneHot(int[] classes, int count) {
        double[][] rows = new double[classes.length][count];
        for (int row = 0; row < rows.length; row++) {
            rows[row][classes[row]] = 1;
        }
        return rows;
    }
}
