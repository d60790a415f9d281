package org.spolia.jobs.rows;

import java.io.Serializable;
import org.spolia.symbolic.rows.RowBlock;

/**
 * A block of rows with what was left out while it was read.
 *
 * @param rows the rows with a finite number in each column
 */
record ReadBlock(RowBlock rows, LeftOut leftOut) implements Serializable {}
