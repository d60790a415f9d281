package org.spolia.symbolic.evaluation;

/** The fixed order in which partial sums are combined. */
public final class Sums {
    private Sums() {}

    public static double total(double[] sums, int offset) {
        double total = 0;
        for (int lane = 0; lane < Sample.LANES; lane++) {
            total += sums[offset + lane];
        }
        return total;
    }
}
