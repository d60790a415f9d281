package org.spolia.statistics;

import java.util.Arrays;

/**
 * Tests window by window whether the losses of a law have risen. As long as nothing changes, the windows are
 * exchangeable, so the rank of each among those before it is uniform and independent of the earlier ranks, whatever the
 * distribution of the residuals is. The test bets against that (a conformal test martingale; Vovk, Statistical Science
 * 36 (2021) 595): a small p multiplies the capital. Bets begin at each window with a share of the capital, so that the
 * windows before a change do not use it up. By Ville's inequality, the capital of a stream that never changes ever
 * reaches {@code 1 / level} with a probability of at most {@code level}, heavy tails included.
 *
 * <p>Windows must be comparable: equally many rows each, or at least numbers of rows that do not depend on time. The
 * first windows must hold rows that the law was not fitted to.
 */
public final class DriftTest {
    private static final double SMALLEST_P = 1e-300;
    private static final double UNIFORM = 0x1p-53;

    /** Bets for large, medium and small changes. Each gets a third of the capital. */
    private static final double[] EXPONENTS = {0.15, 0.35, 0.65};

    private final double level;
    private final double reference;
    private final double spread;
    private final long seed;
    private double[] scores = new double[16];
    private int windows;
    private final double[] betting = new double[EXPONENTS.length];
    private double waiting = 1;
    private double most = 1;
    private int alarm = -1;

    private DriftTest(double level, double reference, double spread, long seed) {
        this.level = level;
        this.reference = reference;
        this.spread = spread;
        this.seed = seed;
    }

    /**
     * Starts a test of one stream.
     *
     * @param level the largest probability of an alarm, ever, in a stream that does not change
     * @param reference the mean loss of a row when the law was found
     * @param spread the standard deviation of the loss of a row, which makes windows with different numbers of rows
     * comparable; positive
     * @param seed decides the order of windows with equal losses
     */
    public static DriftTest of(double level, double reference, double spread, long seed) {
        if (!(level > 0 && level < 1 && spread > 0 && Double.isFinite(spread) && Double.isFinite(reference))) {
            throw new IllegalArgumentException(
                    "A drift test needs a level between 0 and 1, a finite loss and a spread > 0: " + level + ", "
                            + reference + ", " + spread);
        }
        return new DriftTest(level, reference, spread, seed);
    }

    /**
     * Takes the next window of the stream. Returns whether the law has ceased to hold, in this window or before.
     *
     * @param rows the number of its rows, at least 1
     * @param losses the sum of their losses; positive infinity if a loss is not finite
     */
    public boolean see(long rows, double losses) {
        if (rows < 1 || Double.isNaN(losses)) {
            throw new IllegalArgumentException(
                    "A window needs rows and the sum of their losses: " + rows + ", " + losses);
        }
        double p = rank((losses / rows - reference) * Math.sqrt(rows) / spread);
        windows++;
        double share = share(windows);
        waiting -= share;
        for (int i = 0; i < betting.length; i++) {
            betting[i] = (betting[i] + share / betting.length) * factor(p, EXPONENTS[i]);
        }
        most = Math.max(most, capital());
        if (alarm < 0 && capital() >= 1 / level) {
            alarm = windows;
        }
        return alarm > 0;
    }

    /** The share of the windows so far with a score at least as high, ties in random order; inserts the score. */
    private double rank(double score) {
        int from = first(score);
        int to = from;
        while (to < windows && scores[to] == score) {
            to++;
        }
        // A random rank among equal scores, strictly between 0 and their number.
        double ties = ((RandomStream.of(seed, windows).bits() >>> 11) + 0.5) * UNIFORM * (to - from + 1);
        if (windows == scores.length) {
            scores = Arrays.copyOf(scores, 2 * windows);
        }
        System.arraycopy(scores, from, scores, from + 1, windows - from);
        scores[from] = score;
        return (windows - to + ties) / (windows + 1);
    }

    private int first(double score) {
        int at = Arrays.binarySearch(scores, 0, windows, score);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && scores[at - 1] == score) {
            at--;
        }
        return at;
    }

    /** The share of the capital with which bets begin at a window. All shares add up to 1. */
    private static double share(int window) {
        return StrictMath.log(2) / StrictMath.log(window + 1.0) - StrictMath.log(2) / StrictMath.log(window + 2.0);
    }

    /** The pay-off of a bet, which is 1 on average if p is uniform. */
    static double factor(double p, double exponent) {
        return exponent * StrictMath.pow(Math.max(p, SMALLEST_P), exponent - 1);
    }

    /** The capital, 1 at the start. */
    public double capital() {
        return Arrays.stream(betting).sum() + waiting;
    }

    /** An upper bound of the probability that an unchanged stream gives so much capital: p at any time, 1 at most. */
    public double pValue() {
        return 1 / most;
    }

    /** The number of the window, from 1 on, that raised the alarm; 0 without an alarm. */
    public int alarm() {
        return Math.max(0, alarm);
    }

    /**
     * The windows from a change to the alarm, with some certainty, if each window after the change has a higher loss
     * than each one before it and the windows after it are exchangeable too. Then p of the k-th window after the
     * change is uniform up to k / (before + k), independently of the others, so the logarithm of a bet has a gamma
     * distribution.
     *
     * @param before the windows before the change
     * @param certainty the probability that the alarm comes in time
     * @return the number of windows; {@link Integer#MAX_VALUE} if there were too few before the change
     */
    public static int delay(int before, double level, double certainty) {
        double needed = StrictMath.log(EXPONENTS.length / (share(before + 1) * level));
        double ranks = 0;
        for (int window = 1; window <= 10 * (before + 1); window++) {
            ranks += StrictMath.log((before + window) / (double) window);
            for (double exponent : EXPONENTS) {
                double missing = (needed - window * StrictMath.log(exponent)) / (1 - exponent) - ranks;
                if (gammaAbove(window, missing) >= certainty) {
                    return window;
                }
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The probability that the sum of {@code count} standard exponential variables is at least x: a Poisson sum. */
    private static double gammaAbove(int count, double x) {
        if (x <= 0) {
            return 1;
        }
        double term = StrictMath.exp(-x);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += term;
            term *= x / (i + 1);
        }
        return sum;
    }
}
