package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.List;

/**
 * Finite scalar quantisation (Mentzer et al. 2024): each of a few numbers from -1 to 1 is rounded to one of its equally
 * spaced levels, and the levels are the digits of a code, the first the least significant.
 *
 * @param levels the number of levels of each number, 2 or more
 */
public record FiniteScalars(List<Integer> levels) implements Serializable {
    private static final int MOST_CODES = 1 << 20;

    public FiniteScalars {
        levels = List.copyOf(levels);
        long codes = 1;
        for (int count : levels) {
            codes *= count;
            if (count < 2 || codes > MOST_CODES) {
                throw new IllegalArgumentException("levels are " + levels
                        + "; each must be 2 or more, and all together " + MOST_CODES + " codes or fewer");
            }
        }
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels are missing; there must be one or more");
        }
    }

    int codes() {
        return levels.stream().reduce(1, (product, count) -> product * count);
    }

    /** Returns the code of numbers, clipped to -1 and 1. */
    int code(double[] numbers) {
        int code = 0;
        for (int place = levels.size() - 1; place >= 0; place--) {
            int top = levels.get(place) - 1;
            double bounded = Math.max(-1, Math.min(1, numbers[place]));
            code = code * (top + 1) + (int) Math.round((bounded + 1) / 2 * top);
        }
        return code;
    }

    /** Returns the numbers of a code. */
    double[] numbers(int code) {
        double[] numbers = new double[levels.size()];
        int rest = code;
        for (int place = 0; place < numbers.length; place++) {
            int count = levels.get(place);
            numbers[place] = 2.0 * (rest % count) / (count - 1) - 1;
            rest /= count;
        }
        return numbers;
    }
}
