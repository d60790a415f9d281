package org.spolia.embedding.token;

import java.util.Arrays;

/** Fills NaN values by linear interpolation between neighbours, and at the ends with the nearest value. */
final class Gaps {
    private Gaps() {}

    static void fill(double[] values) {
        int last = -1;
        for (int place = 0; place < values.length; place++) {
            if (Double.isNaN(values[place])) {
                continue;
            }
            for (int gap = last + 1; gap < place; gap++) {
                values[gap] = last < 0
                        ? values[place]
                        : values[last] + (values[place] - values[last]) * (gap - last) / (place - last);
            }
            last = place;
        }
        if (last >= 0) {
            Arrays.fill(values, last + 1, values.length, values[last]);
        }
    }
}
