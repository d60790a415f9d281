package org.spolia.hdf5.layout;

/**
 * Rows that are read together. No chunk of the planned columns crosses the boundary of a unit.
 *
 * @param first the first row
 * @param rows at least one
 * @param bytes the size of the decoded elements
 */
public record RowUnit(long first, int rows, long bytes) {}
