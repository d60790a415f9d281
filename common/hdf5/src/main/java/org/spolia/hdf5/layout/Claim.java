package org.spolia.hdf5.layout;

import java.util.Arrays;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.Hdf5Exception;

/**
 * Checks the shapes in headers. A few damaged bytes can claim any shape, and plans and reads by it would take memory
 * and time.
 */
final class Claim {
    /** Zeros compress to a thousandth with deflate, and in large chunks to a thirty-thousandth with Zstandard. */
    private static final long MOST_PACKED = 1 << 16;

    /** The size that is always accepted, for small files with datasets that were never written. */
    private static final long ALWAYS_BELIEVED = 1 << 26;

    private Claim() {}

    /** Checks that the file can hold the elements of a dataset at the best compression. */
    static void requireHeld(Hdf5File file, Hdf5Dataset dataset) {
        double claimed = (double) dataset.elements() * dataset.type().bytes();
        if (claimed > Math.max(ALWAYS_BELIEVED, (double) MOST_PACKED * file.size())) {
            throw new Hdf5Exception(
                    file.name(),
                    dataset.path(),
                    "has the shape " + Arrays.toString(dataset.shape()) + ", " + (long) claimed
                            + " bytes, in a file of " + file.size()
                            + ", so almost nothing of it was written; store what was, or correct the shape");
        }
    }

    /** Returns the length of an axis, checked against the limit of arrays. */
    static int length(Hdf5File file, Hdf5Dataset dataset, int axis) {
        long length = dataset.shape()[axis];
        if (length > Integer.MAX_VALUE - 8) {
            throw new Hdf5Exception(
                    file.name(),
                    dataset.path(),
                    "has the shape " + Arrays.toString(dataset.shape())
                            + ", where an axis is longer than an array can be; split the file");
        }
        return (int) length;
    }
}
