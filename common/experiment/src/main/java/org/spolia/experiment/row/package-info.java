/**
 * The rows of the tables as records: a record has the singular name of its table (with Row after it where the name has another meaning
 * in this house), its components are the columns in their order. Null stands for NULL.
 * Nothing here reads, writes or computes; planning makes the rows, jobs moves them in and out of tables.
 */
@NullMarked
package org.spolia.experiment.row;

import org.jspecify.annotations.NullMarked;
