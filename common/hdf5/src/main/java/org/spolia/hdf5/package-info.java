/**
 * HDF5 files by slab, from any {@link java.nio.channels.FileChannel} that reads at positions, into arrays of
 * primitives.
 *
 * <p>jHDF reads the messages of object headers, one by one. What it leaves out or gets wrong is done here: raw data (it
 * reads a contiguous slab row by row), the chunk indexes (it stops at the first hole, knows 32-bit addresses and does
 * not verify), recent and shared types, fill values, checksums of data and indexes, and groups of which one member is
 * unsupported. Nothing is written, nothing is mapped into memory, and no buffer is larger than what the file can fill.
 * No Spark, no tables; bench and jobs call it.
 */
@NullMarked
package org.spolia.hdf5;

import org.jspecify.annotations.NullMarked;
