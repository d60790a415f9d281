/**
 * The command line: one class per command, what they print, and how an exception becomes an exit code.
 * No rows are computed here; commands call stages, tables and fits.
 * Nobody imports it.
 */
@NullMarked
package org.spolia.jobs.cli;

import org.jspecify.annotations.NullMarked;
