package org.spolia.hdf5.data;

import org.spolia.hdf5.element.Target;
import org.spolia.hdf5.type.Slab;

/** How the elements of a dataset lie in the file. */
public interface StoredData {

    /** Decodes a slab that lies within the dataset. */
    void read(Slab slab, Target target);

    /** The bytes of the file that the data take. */
    long storedBytes();

    /** Fails if the file is too short for the data. */
    default void requirePresent() {}
}
