package org.spolia.sky;

import java.util.Arrays;

/** The rows of a catalogue by cell: sorted numbers that hold a cell and, in their last digits, a row. */
final class CellIndex {
    private final long[] keys;
    private final int rowBits;
    private final int order;

    private CellIndex(long[] keys, int rowBits, int order) {
        this.keys = keys;
        this.rowBits = rowBits;
        this.order = order;
    }

    /** Creates an index by cells of this order, or of the highest order whose numbers leave room for a row. */
    static CellIndex of(Catalogue catalogue, int wanted) {
        int rowBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(catalogue.size() - 1));
        // Twelve cells of order 0 take four binary digits, each order two more, the sign one.
        int order = Math.min(wanted, (Long.SIZE - 5 - rowBits) / 2);
        long[] keys = new long[catalogue.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (catalogue.cell(order, row) << rowBits) | row;
        }
        Arrays.sort(keys);
        return new CellIndex(keys, rowBits, order);
    }

    int order() {
        return order;
    }

    /** Returns the first position, from another on, whose cell is not below this one. */
    int find(long cell, int from) {
        long key = cell << rowBits;
        // Most neighbouring cells are empty, and then the position of the previous cell is also that of the next.
        if (from < keys.length && keys[from] >= key) {
            return from;
        }
        int place = Arrays.binarySearch(keys, from, keys.length, key);
        return place < 0 ? -place - 1 : place;
    }

    boolean holds(int place, long cell) {
        return place < keys.length && keys[place] >> rowBits == cell;
    }

    int row(int place) {
        return (int) (keys[place] & ((1L << rowBits) - 1));
    }
}
