package org.spolia.hdf5.layout;

/**
 * Rows that are read together: no chunk of the columns that it was planned for reaches across its ends.
 *
 * @param first row
 * @param rows at least one
 * @param bytes that the elements take once decoded
 */
public record RowUnit(long first, int rows, long bytes) {}
