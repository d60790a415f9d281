package org.spolia.symbolic.library.scoring;

/**
 * The kernels that score all entries of a {@link TiledMatrix} against a target at once. A score is the share of the
 * target's square that a regression on the entry explains. It is 0 for an entry that depends on the other columns. Both
 * implementations give equal bits.
 *
 * <p>{@code weight} and {@code target} are indexed by row. The target has norm 1 and is orthogonal to the basis
 * columns, which are orthonormal.
 */
public interface Scores {
    /** An entry is collinear with the basis columns if less than this share of its square remains without them. */
    float COLLINEAR = 1e-4f;

    /** One basis column: regression of the target on it and {@code weight × entry}. */
    void single(TiledMatrix matrix, float[] weight, float[] base, float[] target, float[] out);

    /** Like {@link #single}, with several basis columns, for the first tiles only. */
    void several(
            TiledMatrix matrix, int tiles, float[] weight, float[][] bases, int count, float[] target, float[] out);

    /**
     * Writes {@code out = weight × entry} without its parts along the basis columns, with norm 1; 0 if nothing remains.
     */
    void deflate(TiledMatrix matrix, float[] weight, float[][] bases, int count, TiledMatrix out);

    /** Entries of norm 1 and one basis column. */
    void pair(TiledMatrix deflated, float[] base, float[] target, float[] out);

    /** Entries of norm 1 and no basis column. */
    void plain(TiledMatrix deflated, float[] target, float[] out);

    /**
     * Two basis columns: regression of the target on them, {@code weight × entry} and {@code weight × factor × entry}.
     */
    void varying(TiledMatrix matrix, float[] weight, float[] factor, float[][] bases, float[] target, float[] out);

    static Scores preferred() {
        return ScoresChoice.PREFERRED;
    }
}
