package org.spolia.experiment.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Draws a sample of rows: those with the smallest random numbers, each a function of seed, file, trajectory and
 * position of the row. A sample of all files is therefore a sample of the samples of each, in any parts and order.
 */
public final class RowSampling {
    private static final int NO_RUN = -1;

    private final CounterRandom random;

    private RowSampling(CounterRandom random) {
        this.random = random;
    }

    /** Samples the rows of a file, or of a trajectory in it. */
    public static RowSampling of(long seed, String file, @Nullable Integer trajectory) {
        return new RowSampling(CounterRandom.of(ContentHash.of("feature rows")
                .add(seed)
                .add(file)
                .add(trajectory == null ? NO_RUN : (long) trajectory)));
    }

    /** Returns the random number of the row at this position. */
    public long rank(long place) {
        return random.bits(place);
    }

    /**
     * Returns the ascending indices of the positions with the smallest numbers; of all positions if there are at most
     * {@code most}.
     */
    public int[] smallest(long[] places, int most) {
        long[] ranks = Arrays.stream(places).map(this::rank).toArray();
        if (ranks.length <= most) {
            return indices(ranks, Long.MAX_VALUE, most);
        }
        long[] sorted = ranks.clone();
        Arrays.sort(sorted);
        return indices(ranks, sorted[most - 1], most);
    }

    private static int[] indices(long[] ranks, long highest, int most) {
        int[] chosen = new int[Math.min(most, ranks.length)];
        int count = 0;
        for (int i = 0; i < ranks.length && count < chosen.length; i++) {
            if (ranks[i] <= highest) {
                chosen[count++] = i;
            }
        }
        return chosen;
    }
}
