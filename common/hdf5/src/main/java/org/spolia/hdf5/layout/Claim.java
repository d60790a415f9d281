package org.spolia.hdf5.layout;

import java.util.Arrays;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.Hdf5Exception;

/**
 * What headers say that a dataset has. A few bytes can say anything, and what is planned and read by them takes memory
 * and time.
 */
final class Claim {
    /** Zeros pack into a thousandth with deflate, and in large chunks into a thirty-thousandth with Zstandard. */
    private static final long MOST_PACKED = 1 << 16;

    /** That of small files with datasets which nothing was written to. */
    private static final long ALWAYS_BELIEVED = 1 << 26;

    private Claim() {}

    /** Passes when the file may hold the elements of a dataset, however well they are packed. */
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

    /** The length of an axis as one that arrays can have. */
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
