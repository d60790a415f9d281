package org.spolia.experiment.problem;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.key.InvalidValueException;

/** A problem that is written once for several sizes and seeds of its rows. */
final class Repetition {
    private static final int MOST_COPIES = 10_000;

    private Repetition() {}

    /** Passes when sizes and seeds make no more problems than can be planned. */
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
     * One problem for each size and seed, or the one that has those of its own where none are listed.
     *
     * @param id which the sizes and the seeds that are listed are added to
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

    /** The problem with another id, size and seed, and no lists of them. */
    @FunctionalInterface
    interface Copy<P> {
        P of(String id, int size, long seed);
    }
}
