package org.spolia.hdf5.layout;

import java.util.Arrays;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.Slab;

/** A dataset whose first axis counts rows, or one that is a row as a whole. */
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
     * A dataset whose first axis counts rows.
     *
     * @throws Hdf5Exception if it claims more than the file can hold, or a row is larger than an array can be
     */
    public static Column ofRows(Hdf5File file, Hdf5Dataset dataset, String uniqueName) {
        return new Column(dataset, uniqueName, lengths(file, dataset, 1), false);
    }

    static Column ofOneRow(Hdf5File file, Hdf5Dataset dataset, String uniqueName) {
        return new Column(dataset, uniqueName, lengths(file, dataset, 0), true);
    }

    /** As the file has it. */
    public String name() {
        return dataset.name();
    }

    /** The same, unless another column's name differs in nothing but case; then all but one have a number behind it. */
    public String uniqueName() {
        return uniqueName;
    }

    public ElementType type() {
        return dataset.type();
    }

    /** The shape of a row's value, empty if it is a single one. It may differ from file to file. */
    public int[] shape() {
        return shape.clone();
    }

    /** How many elements a row has. */
    public int elements() {
        return (int) product(shape);
    }

    public Hdf5Dataset dataset() {
        return dataset;
    }

    /** What to ask the dataset for. */
    public Slab slab(long first, int rows) {
        return single ? dataset.all() : Slab.rows(first, rows, shape);
    }

    /** Rows that no chunk is cut at. */
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
                            + ", of which a row has more values than an array can hold; split its axes");
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
