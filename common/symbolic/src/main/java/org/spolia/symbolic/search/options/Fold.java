package org.spolia.symbolic.search.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.StreamNumber;

/**
 * Rows that are held out and the rows of the refit before, both ascending.
 *
 * @param fitted the rows that the constants are fitted to
 * @param heldOut the rows on which the model is then tried
 */
public record Fold(int[] fitted, int[] heldOut) {
    /** The folds for this number of rows. Random folds follow from the seed. */
    public static List<Fold> of(Validation validation, int rows, long seed) {
        return validation.forwardChaining() ? chained(validation.folds(), rows) : dealt(validation.folds(), rows, seed);
    }

    /** The first stretch is never held out; the others are, each after a refit on all rows before it. */
    private static List<Fold> chained(int count, int rows) {
        List<Fold> folds = new ArrayList<>();
        for (int fold = 1; fold <= count; fold++) {
            int from = start(fold, count, rows);
            int to = start(fold + 1, count, rows);
            folds.add(new Fold(
                    IntStream.range(0, from).toArray(),
                    IntStream.range(from, to).toArray()));
        }
        return folds;
    }

    private static int start(int stretch, int folds, int rows) {
        return (int) ((long) stretch * rows / (folds + 1));
    }

    /** Each row is held out once. */
    private static List<Fold> dealt(int count, int rows, long seed) {
        int[] order = new Randomness().at(seed, StreamNumber.FOLDS, 0).choose(rows, rows);
        int[] foldOf = new int[rows];
        for (int place = 0; place < rows; place++) {
            foldOf[order[place]] = place % count;
        }
        return IntStream.range(0, count)
                .mapToObj(fold -> new Fold(rows(foldOf, fold, false), rows(foldOf, fold, true)))
                .toList();
    }

    private static int[] rows(int[] foldOf, int fold, boolean inside) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> (foldOf[row] == fold) == inside)
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fold fold && Arrays.equals(fitted, fold.fitted) && Arrays.equals(heldOut, fold.heldOut);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(fitted) + Arrays.hashCode(heldOut);
    }
}
