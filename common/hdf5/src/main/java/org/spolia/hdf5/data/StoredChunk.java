package org.spolia.hdf5.data;

/**
 * A chunk in the file.
 *
 * @param address the address of its first byte, counted from the superblock
 * @param bytes its stored size
 * @param mask a bit for each filter that was not applied
 */
record StoredChunk(long address, int bytes, int mask) {}
