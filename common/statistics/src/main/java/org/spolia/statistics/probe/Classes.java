package org.spolia.statistics.probe;

/** Classes as numbers from 0. */
final class Classes {
    private Classes() {}

    /** For each row the place of its largest score; of equal ones the first. */
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

    /** A row for each class, 1 at its place and 0 elsewhere. */
    static double[][] oneHot(int[] classes, int count) {
        double[][] rows = new double[classes.length][count];
        for (int row = 0; row < rows.length; row++) {
            rows[row][classes[row]] = 1;
        }
        return rows;
    }
}
