package org.spolia.jobs.source.format;

/** A read-ahead buffer of a column, so that small rows do not need a read each. */
final class ColumnBuffer {
    private static final long MOST_BYTES = 1 << 22;

    private final RowColumn column;
    private final int place;
    private final long end;
    private final int most;
    private long first;
    private int count;
    private Object values = new Object();

    /**
     * Creates a buffer.
     *
     * @param place the place of the values in a row
     * @param end the row before which reading ahead stops
     */
    ColumnBuffer(RowColumn column, int place, long end) {
        this.column = column;
        this.place = place;
        this.end = end;
        long rows = Math.max(1, MOST_BYTES / Math.max(1, column.bytes()));
        this.most = (int) (rows < column.chunkRows() ? rows : rows / column.chunkRows() * column.chunkRows());
    }

    int place() {
        return place;
    }

    /** The number of rows that are read at once. */
    int rowsAtOnce() {
        return most;
    }

    /** Returns the value of a row in Spark's internal form. */
    Object value(long row) {
        if (row < first || row >= first + count) {
            first = row;
            count = (int) Math.min(most, end - row);
            values = column.load(first, count);
        }
        int index = (int) (row - first);
        if (column.shape().length == 0) {
            return column.type().one(values, index);
        }
        return column.type().some(values, index * column.elements(), column.elements());
    }
}
