/**
 * The only place that names, creates, reads and writes tables: their DDL, the folder of them all, rows from records and back, the digest.
 * Nothing here knows what the numbers in a table mean.
 * Stages and the command line import it.
 */
@NullMarked
package org.spolia.jobs.tables;

import org.jspecify.annotations.NullMarked;
