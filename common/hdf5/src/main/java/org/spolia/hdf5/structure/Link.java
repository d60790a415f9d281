package org.spolia.hdf5.structure;

/** Where a name of a group leads. */
public sealed interface Link {

    /** To an object header. */
    record Hard(long address) implements Link {}

    /** To a path in the same file. */
    record Soft(String path) implements Link {}

    /** Into another file. */
    record External(String file, String path) implements Link {}
}
