package org.spolia.embedding.token;

/** The centres of equal bins of the interval from -1 to 1. */
final class BinCentre {
    private BinCentre() {}

    static double of(int bin, int bins) {
        return (2.0 * bin + 1) / bins - 1;
    }
}
