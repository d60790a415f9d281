package org.spolia.statistics;

import java.util.Arrays;

/**
 * A confidence interval of the centre of symmetric effects: every value that a two-sided {@link SignFlip} test of the
 * differences from it does not reject. The test and the interval therefore never contradict each other, and the level
 * holds for few values (Hartigan, J. Am. Stat. Assoc. 64 (1969) 1303).
 *
 * <p>A sign pattern moves the mean at least as far from a centre as it is if the centre lies between the mean of the
 * values that keep their sign and the mean of those that do not. The ends of the interval are therefore two of these
 * means.
 */
public final class SignFlipInterval {
    private SignFlipInterval() {}

    /**
     * Returns the interval. Its ends are infinite if the values are too few to exclude any centre.
     *
     * @param values at least one, all finite
     * @param level the least share of the intervals that contain the centre; above 0 and below 1
     * @param seed the seed of the patterns if there are too many to count
     */
    public static ConfidenceInterval of(double[] values, double level, long seed) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("Level " + level + " is not between 0 and 1; 0.95 is common");
        }
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "A sign-flip interval needs finite values, at least one; got " + Arrays.toString(values));
        }
        boolean exact = values.length <= SignFlip.MOST_EXACT;
        // One of a pattern and its opposite is enough, and the pattern that flips nothing excludes no centre.
        int patterns = exact ? (1 << (values.length - 1)) - 1 : SignFlip.PATTERNS;
        double[] lower = new double[patterns];
        double[] upper = new double[patterns];
        for (int pattern = 0; pattern < patterns; pattern++) {
            RandomStream random = RandomStream.of(seed, pattern);
            boolean[] flipped = new boolean[values.length];
            for (int i = 0; i < flipped.length; i++) {
                flipped[i] = exact ? (((pattern + 1) >>> i) & 1) == 1 : random.below(2) == 1;
            }
            double kept = mean(values, flipped, false);
            double moved = mean(values, flipped, true);
            lower[pattern] =
                    Double.isNaN(kept) || Double.isNaN(moved) ? Double.NEGATIVE_INFINITY : Math.min(kept, moved);
            upper[pattern] =
                    Double.isNaN(kept) || Double.isNaN(moved) ? Double.POSITIVE_INFINITY : Math.max(kept, moved);
        }
        Arrays.sort(lower);
        Arrays.sort(upper);
        // A centre is rejected if (1 + patterns around it) / (1 + patterns) is at most 1 - level.
        int allowed = (int) Math.floor((1 - level) * (1.0 + patterns) * (1 + SignFlip.ROUNDING)) - 1;
        return allowed < 0
                ? new ConfidenceInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, patterns)
                : new ConfidenceInterval(lower[allowed], upper[patterns - 1 - allowed], patterns);
    }

    /** The mean; NaN for no values. */
    private static double mean(double[] values, boolean[] flipped, boolean wanted) {
        int count = 0;
        for (boolean flip : flipped) {
            count += flip == wanted ? 1 : 0;
        }
        return Sums.sum(values.length, i -> flipped[i] == wanted ? values[i] : 0) / (count == 0 ? Double.NaN : count);
    }
}
