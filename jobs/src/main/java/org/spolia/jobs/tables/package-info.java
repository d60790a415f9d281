/**
 * The only package that names, creates, reads and writes tables: their definitions, their folder, conversion of rows
 * and records, the digest. This package does not know the meaning of the numbers in a table. Stages and the command
 * line import it.
 */
@NullMarked
package org.spolia.jobs.tables;

import org.jspecify.annotations.NullMarked;
