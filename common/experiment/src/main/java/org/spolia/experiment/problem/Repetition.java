package org.spolia.experiment.problem;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.key.InvalidValueException;

/** A problem that is written once for several sizes and seeds of its rows. */
final class Repetition {
    private static final int MOST_COPIES = 10_000;

    private Repetition() {}

    /** Checks that sizes and seeds do not give more problems than can be planned. */
    static void check(String key, List<Integer> sizes, List<Long> seeds) {
        long copies = (long) Math.max(1, sizes.size()) * Math.max(1, seeds.size());
        if (copies > MOST_COPIES) {
            throw new InvalidValueException(
                    key,
                    sizes.size() + " sizes and " + seeds.size() + " " + key + " make " + copies + " problems; at most "
                            + MOST_COPIES + " are allowed");
        }
    }

    /**
     * Returns one problem for each size and seed, or the problem with its own size and seed if no lists are given.
     *
     * @param id the id; the listed sizes and seeds are appended to it
     */
    static <P> List<P> of(String id, List<Integer> sizes, int size, List<Long> seeds, long seed, Copy<P> copy) {
        List<P> copies = new ArrayList<>();
        for (int rows : sizes.isEmpty() ? List.of(size) : sizes) {
            for (long draw : seeds.isEmpty() ? List.of(seed) : seeds) {
                String name = id + (sizes.isEmpty() ? "" : "_" + rows) + (seeds.isEmpty() ? "" : "_" + draw);
                copies.add(copy.of(name, rows, draw));
            }
        }
        return List.copyOf(copies);
    }

    /** Returns the problem with another id, size and seed, and no lists. */
    @FunctionalInterface
    interface Copy<P> {
        P of(String id, int size, long seed);
    }
}
