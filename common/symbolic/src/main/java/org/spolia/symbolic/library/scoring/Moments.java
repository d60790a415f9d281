package org.spolia.symbolic.library.scoring;

import org.spolia.symbolic.evaluation.VectorSupport;

/**
 * The kernel that compares one entry with all entries of matrices of the same shape: sums over rows of products with
 * the values, their squares, the centred values and the logarithms of each other entry. Both implementations give equal
 * bits.
 */
public interface Moments {
    /** {@code Σ centred × other centred}; this and the following are indices of sums in the result. */
    int CENTRED = 0;

    /** {@code Σ value × other}. */
    int PRODUCTS = 1;

    /** {@code Σ value × target × other}. */
    int TARGET_PRODUCTS = 2;

    /** {@code Σ value² × other}. */
    int SQUARE_PRODUCTS = 3;

    /** {@code Σ value × other²}. */
    int PRODUCTS_WITH_SQUARES = 4;

    /** {@code Σ value² × other²}. */
    int SQUARES = 5;

    /** {@code Σ logarithm × other logarithm}. */
    int LOGARITHMS = 6;

    /** The number of sums. */
    int COUNT = 7;

    /**
     * The entries to compare with.
     *
     * @param values the entries
     * @param centred the same entries of mean 0
     * @param logarithms their logarithms
     */
    record Entries(TiledMatrix values, TiledMatrix centred, TiledMatrix logarithms) {}

    /**
     * One entry, by row.
     *
     * @param value its values
     * @param square their squares
     * @param targetProduct their products with the target
     * @param centred its values of mean 0
     * @param logarithm their logarithms
     */
    record Entry(float[] value, float[] square, float[] targetProduct, float[] centred, float[] logarithm) {
        /** Creates buffers for a number of rows. */
        public static Entry ofRows(int rows) {
            return new Entry(new float[rows], new float[rows], new float[rows], new float[rows], new float[rows]);
        }
    }

    /** Writes the sums for all entries from a tile on. */
    void of(Entries entries, Entry entry, int fromTile, float[][] out);

    /** The kernel of this machine. */
    static Moments preferred() {
        return VectorSupport.bits() > 0 ? new MomentsVector() : new MomentsScalar();
    }
}
