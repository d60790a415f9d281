package org.spolia.jobs.source.format;

import java.util.Arrays;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.layout.Column;

/** A column of a file of rows, in Spark's types. */
final class RowColumn {
    private final String name;
    private final CellType type;
    private final int[] shape;
    private final long chunkRows;
    private final long bytes;
    private final Loader loader;

    private RowColumn(String name, CellType type, int[] shape, long chunkRows, long bytes, Loader loader) {
        this.name = name;
        this.type = type;
        this.shape = shape;
        this.chunkRows = chunkRows;
        this.bytes = bytes;
        this.loader = loader;
    }

    /** Reads rows into an array of the column's type. */
    interface Loader {
        Object load(long first, int count);
    }

    static RowColumn of(Column column) {
        Hdf5Dataset dataset = column.dataset();
        CellType type = CellType.of(column.type());
        int[] shape = column.shape();
        boolean single = dataset.shape().length == shape.length;
        long chunkRows =
                single ? 1 : dataset.chunk().map(chunk -> (long) chunk[0]).orElse(1L);
        return new RowColumn(
                column.uniqueName(),
                type,
                shape,
                chunkRows,
                (long) column.elements() * column.type().bytes(),
                (first, count) -> type.read(dataset, column.slab(first, count)));
    }

    /** Returns the same rows with another name, type and loader. */
    RowColumn as(String otherName, CellType otherType, Loader otherLoader) {
        return new RowColumn(otherName, otherType, shape, chunkRows, bytes, otherLoader);
    }

    String name() {
        return name;
    }

    CellType type() {
        return type;
    }

    /** The shape of a row's value; empty for a scalar. */
    int[] shape() {
        return shape.clone();
    }

    int elements() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** The number of rows in a chunk; chunks are not split. */
    long chunkRows() {
        return chunkRows;
    }

    /** The size of a row. */
    long bytes() {
        return bytes;
    }

    Object load(long first, int count) {
        return loader.load(first, count);
    }

    @Override
    public String toString() {
        return name;
    }
}
