package org.spolia.hdf5.data;

/**
 * A chunk as it lies in the file.
 *
 * @param address of its first byte, counted from the superblock
 * @param bytes that it takes there
 * @param mask a bit for each filter that was left out
 */
record StoredChunk(long address, int bytes, int mask) {}
