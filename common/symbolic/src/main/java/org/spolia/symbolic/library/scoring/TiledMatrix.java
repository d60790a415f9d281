package org.spolia.symbolic.library.scoring;

import java.util.Arrays;

/**
 * The values of many entries, {@link #TILE} of them side by side: entry j of tile t has row i at
 * {@code (t * rows + i) * TILE + j}. Scores of the entries of a tile are then sums in the lanes of a vector, and no sum
 * is taken across lanes. Each entry is shifted and scaled to mean 0 and mean square 1; absent entries and padding are
 * 0.
 */
public final class TiledMatrix {
    public static final int TILE = 16;

    private final int entries;
    private final int rows;
    private final float[] cells;
    private final int tiles;

    TiledMatrix(int entries, int rows) {
        this.entries = entries;
        this.rows = rows;
        int tiles = (entries + TILE - 1) / TILE;
        tiles += tiles % 2;
        this.cells = new float[tiles * rows * TILE];
        this.tiles = tiles;
    }

    /** Stores an entry: {@code (values - mean) / deviation} at the first {@code count} rows. */
    void set(int entry, double[] values, double mean, double deviation, int count) {
        int at = entry / TILE * rows * TILE + entry % TILE;
        for (int row = 0; row < count; row++) {
            cells[at + row * TILE] = (float) ((values[row] - mean) / deviation);
        }
    }

    public int entries() {
        return entries;
    }

    /** A multiple of two. */
    public int tiles() {
        return tiles;
    }

    public int rows() {
        return rows;
    }

    float[] cells() {
        return cells;
    }

    /** An empty matrix of the same shape. */
    public TiledMatrix like() {
        return new TiledMatrix(entries, rows);
    }

    void clear() {
        Arrays.fill(cells, 0);
    }
}
