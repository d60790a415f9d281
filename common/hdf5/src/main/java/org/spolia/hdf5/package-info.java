/**
 * HDF5 files by slab, from any {@link java.nio.channels.FileChannel} that reads at positions, into arrays of
 * primitives.
 *
 * <p>jHDF reads the messages of object headers, one by one. This package does what jHDF leaves out or does wrong: raw
 * data (jHDF reads a contiguous slab row by row), the chunk indexes (jHDF stops at the first hole, supports 32-bit
 * addresses and does not verify), recent and shared types, fill values, checksums of data and indexes, and groups with
 * one unsupported member. The package writes nothing, maps nothing into memory, and allocates no buffer that is larger
 * than the file can fill. It depends on neither Spark nor tables; bench and jobs call it.
 */
@NullMarked
package org.spolia.hdf5;

import org.jspecify.annotations.NullMarked;
