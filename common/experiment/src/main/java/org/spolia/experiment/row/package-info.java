/**
 * The rows of the tables as records. A record has the singular name of its table (with the suffix Row if the name has
 * another meaning in the code), and its components are the columns in their order. Null means NULL. The package neither
 * reads, writes nor computes; planning makes the rows, jobs moves them in and out of tables.
 */
@NullMarked
package org.spolia.experiment.row;

import org.jspecify.annotations.NullMarked;
