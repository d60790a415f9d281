package org.spolia.jobs.rows;

import java.util.Optional;

/**
 * The number of rows of a table.
 *
 * @param rows those with a finite number in each column
 * @param leftOut the others, in words, if there are any
 */
public record RowCount(long rows, Optional<String> leftOut) {}
