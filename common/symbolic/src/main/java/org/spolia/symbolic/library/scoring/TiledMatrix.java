package org.spolia.symbolic.library.scoring;

import java.util.Arrays;

/**
 * The values of many entries in tiles of {@link #TILE}: entry j of tile t has row i at
 * {@code (t * rows + i) * TILE + j}. The scores of the entries of a tile are sums within the lanes of a vector, so no
 * sum runs across lanes. Absent entries and padding are 0.
 */
public final class TiledMatrix {
    public static final int TILE = 16;

    private final int entries;
    private final int rows;
    private final float[] cells;
    private final int tiles;

    public TiledMatrix(int entries, int rows) {
        this.entries = entries;
        this.rows = rows;
        int tiles = (entries + TILE - 1) / TILE;
        tiles += tiles % 2;
        this.cells = new float[tiles * rows * TILE];
        this.tiles = tiles;
    }

    /** Stores {@code (values - mean) / deviation} of an entry at the first {@code count} rows. */
    public void set(int entry, double[] values, double mean, double deviation, int count) {
        int at = entry / TILE * rows * TILE + entry % TILE;
        for (int row = 0; row < count; row++) {
            cells[at + row * TILE] = (float) ((values[row] - mean) / deviation);
        }
    }

    public int entries() {
        return entries;
    }

    /** Returns the number of tiles, a multiple of two. */
    public int tiles() {
        return tiles;
    }

    public int rows() {
        return rows;
    }

    float[] cells() {
        return cells;
    }

    /** Returns an empty matrix of the same shape. */
    public TiledMatrix like() {
        return new TiledMatrix(entries, rows);
    }

    void clear() {
        Arrays.fill(cells, 0);
    }
}
