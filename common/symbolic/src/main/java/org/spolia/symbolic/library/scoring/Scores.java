package org.spolia.symbolic.library.scoring;

/**
 * The loops that score all entries of a {@link TiledMatrix} against a target at once. A score is the share of the
 * target's square that a regression on the entry explains, 0 for an entry that the other columns explain already. Two
 * implementations give the same bits.
 *
 * <p>{@code weight} and {@code target} are by row; the target has norm 1 and is orthogonal to each base column, and
 * these are orthonormal.
 */
public interface Scores {
    /** Entries whose square keeps less than this share beside the base columns are collinear with them. */
    float COLLINEAR = 1e-4f;

    /** One base column: regression of the target on it and {@code weight × entry}. */
    void single(TiledMatrix matrix, float[] weight, float[] base, float[] target, float[] out);

    /** As {@link #single} with several base columns, for the first tiles only. */
    void several(
            TiledMatrix matrix, int tiles, float[] weight, float[][] bases, int count, float[] target, float[] out);

    /** {@code out = weight × entry} without its parts along the bases, at norm 1, or 0 where nothing is left. */
    void deflate(TiledMatrix matrix, float[] weight, float[][] bases, int count, TiledMatrix out);

    /** Entries of norm 1 and one base column. */
    void pair(TiledMatrix deflated, float[] base, float[] target, float[] out);

    /** Entries of norm 1 and no base column. */
    void plain(TiledMatrix deflated, float[] target, float[] out);

    /**
     * Two base columns: regression of the target on them, {@code weight × entry} and {@code weight × factor × entry}.
     */
    void varying(TiledMatrix matrix, float[] weight, float[] factor, float[][] bases, float[] target, float[] out);

    static Scores preferred() {
        return ScoresChoice.PREFERRED;
    }
}
