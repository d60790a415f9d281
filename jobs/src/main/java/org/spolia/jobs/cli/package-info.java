/**
 * The command line: one class per command, their output, and the exit code of an exception. It computes no rows;
 * commands call stages, tables and fits. No package imports it.
 */
@NullMarked
package org.spolia.jobs.cli;

import org.jspecify.annotations.NullMarked;
