/**
 * Tables read from their logs and files without Spark, for commands that have to answer quickly.
 * Where a table is large or somewhere else, Spark reads it.
 */
@NullMarked
package org.spolia.jobs.tables.stored;

import org.jspecify.annotations.NullMarked;
