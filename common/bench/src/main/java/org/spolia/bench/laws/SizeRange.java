package org.spolia.bench.laws;

import java.util.List;

/**
 * A range of sizes, by which recovery is reported.
 *
 * @param least the fewest nodes
 * @param most the most nodes
 */
public record SizeRange(int least, int most) {
    /** The ranges of generated laws. Each class has as many laws of each range. */
    public static final List<SizeRange> ALL =
            List.of(new SizeRange(5, 9), new SizeRange(10, 15), new SizeRange(16, 25), new SizeRange(26, 35));

    /** Returns whether a formula with this many nodes belongs here. */
    public boolean contains(int nodes) {
        return least <= nodes && nodes <= most;
    }

    @Override
    public String toString() {
        return least + "-" + most;
    }
}
