package org.spolia.hdf5.structure;

/** The target of a name in a group. */
public sealed interface Link {

    /** An object header. */
    record Hard(long address) implements Link {}

    /** A path in the same file. */
    record Soft(String path) implements Link {}

    /** A path in another file. */
    record External(String file, String path) implements Link {}
}
