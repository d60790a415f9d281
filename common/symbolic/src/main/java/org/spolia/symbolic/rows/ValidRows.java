package org.spolia.symbolic.rows;

/** The rows of a tile in which all terms of a candidate are numbers that can be summed. Other rows get terms of 0. */
final class ValidRows {
    private final LaneLoops loops;
    private final boolean[] invalid = new boolean[Tile.ROWS];

    ValidRows(LaneLoops loops) {
        this.loops = loops;
    }

    /** Finds the rows, and returns how many have a term that is not finite or is beyond the largest magnitude. */
    int find(double[][] terms, int count, int from, int to, double largest) {
        boolean all = true;
        for (int i = 0; i < count; i++) {
            all &= loops.fit(terms[i], from, to, largest);
        }
        return all ? 0 : mark(terms, count, from, to, largest);
    }

    private int mark(double[][] terms, int count, int from, int to, double largest) {
        int found = 0;
        for (int row = from; row < to; row++) {
            boolean fits = true;
            for (int i = 0; i < count; i++) {
                fits &= Math.abs(terms[i][row]) <= largest;
            }
            invalid[row] = !fits;
            found += fits ? 0 : 1;
        }
        return found;
    }

    void clear(double[] terms, int from, int to) {
        for (int row = from; row < to; row++) {
            if (invalid[row]) {
                terms[row] = 0;
            }
        }
    }
}
