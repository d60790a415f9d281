package org.spolia.hdf5.layout;

import java.util.Arrays;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.Slab;

/** A dataset whose first axis counts rows, or one that is a single row. */
public final class Column {
    private final Hdf5Dataset dataset;
    private final String uniqueName;
    private final int[] shape;
    private final boolean single;

    private Column(Hdf5Dataset dataset, String uniqueName, int[] shape, boolean single) {
        this.dataset = dataset;
        this.uniqueName = uniqueName;
        this.shape = shape;
        this.single = single;
    }

    /**
     * Creates a column from a dataset whose first axis counts rows.
     *
     * @throws Hdf5Exception if it claims more than the file can hold, or a row exceeds the limit of arrays
     */
    public static Column ofRows(Hdf5File file, Hdf5Dataset dataset, String uniqueName) {
        return new Column(dataset, uniqueName, lengths(file, dataset, 1), false);
    }

    static Column ofOneRow(Hdf5File file, Hdf5Dataset dataset, String uniqueName) {
        return new Column(dataset, uniqueName, lengths(file, dataset, 0), true);
    }

    /** The name in the file. */
    public String name() {
        return dataset.name();
    }

    /** The name, or if names differ only by case, a name with a number for all columns but one. */
    public String uniqueName() {
        return uniqueName;
    }

    public ElementType type() {
        return dataset.type();
    }

    /** The shape of the value of a row; empty for a single value. It may differ between files. */
    public int[] shape() {
        return shape.clone();
    }

    /** The number of elements in a row. */
    public int elements() {
        return (int) product(shape);
    }

    public Hdf5Dataset dataset() {
        return dataset;
    }

    /** Returns the slab of the dataset for these rows. */
    public Slab slab(long first, int rows) {
        return single ? dataset.all() : Slab.rows(first, rows, shape);
    }

    /** The number of rows that keeps chunks whole. */
    long chunkRows() {
        return single ? 1 : dataset.chunk().map(chunk -> (long) chunk[0]).orElse(1L);
    }

    long bytesEach() {
        return (long) elements() * dataset.type().bytes();
    }

    private static int[] lengths(Hdf5File file, Hdf5Dataset dataset, int from) {
        Claim.requireHeld(file, dataset);
        int[] lengths = new int[dataset.shape().length - from];
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = Claim.length(file, dataset, axis + from);
        }
        if (product(lengths) > Integer.MAX_VALUE - 8) {
            throw new Hdf5Exception(
                    file.name(),
                    dataset.path(),
                    "has the shape " + Arrays.toString(dataset.shape())
                            + ", whose rows have more values than an array can hold; split its axes");
        }
        return lengths;
    }

    private static long product(int[] lengths) {
        long product = 1;
        for (int length : lengths) {
            product = length == 0 ? 0 : Math.min(product, Integer.MAX_VALUE) * length;
        }
        return product;
    }

    @Override
    public String toString() {
        return name();
    }
}
