package org.spolia.hdf5.data;

import org.spolia.hdf5.element.Target;
import org.spolia.hdf5.type.Slab;

/** The stored elements of a dataset. */
public interface StoredData {

    /** Decodes a slab within the dataset. */
    void read(Slab slab, Target target);

    /** The stored size of the data in bytes. */
    long storedBytes();

    /** Throws if the file is too short for the data. */
    default void requirePresent() {}
}
