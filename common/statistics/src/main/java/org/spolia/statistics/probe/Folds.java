package org.spolia.statistics.probe;

import java.util.Arrays;

/** The rows of each fold of an inner validation, in their order. */
final class Folds {
    private final int[][] members;

    private Folds(int[][] members) {
        this.members = members;
    }

    /**
     * Creates the folds of rows.
     *
     * @param numbers the fold of each row, from 0 without gaps, at least two folds
     */
    static Folds of(double[][] rows, int[] numbers) {
        if (rows.length != numbers.length) {
            throw new IllegalArgumentException(
                    "There are " + rows.length + " rows and folds for " + numbers.length + "; they must match");
        }
        int count = Arrays.stream(numbers).max().orElse(-1) + 1;
        int[][] members = new int[count][];
        for (int fold = 0; fold < count; fold++) {
            members[fold] = indices(numbers, fold);
        }
        if (count < 2 || Arrays.stream(members).anyMatch(fold -> fold.length == 0)) {
            throw new IllegalArgumentException(
                    "An inner validation needs two folds with rows; got the numbers " + Arrays.toString(numbers));
        }
        return new Folds(members);
    }

    private static int[] indices(int[] numbers, int fold) {
        int[] indices = new int[numbers.length];
        int found = 0;
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] == fold) {
                indices[found++] = row;
            }
        }
        return Arrays.copyOf(indices, found);
    }

    int[][] members() {
        return members;
    }

    /** Returns the rows outside a fold, in their order. */
    int[] outside(int fold, int rows) {
        boolean[] inside = new boolean[rows];
        for (int row : members[fold]) {
            inside[row] = true;
        }
        int[] outside = new int[rows - members[fold].length];
        int found = 0;
        for (int row = 0; row < rows; row++) {
            if (!inside[row]) {
                outside[found++] = row;
            }
        }
        return outside;
    }
}
