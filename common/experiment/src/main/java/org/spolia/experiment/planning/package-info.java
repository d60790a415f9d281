/**
 * Trials: planned from a configuration, run and scored, all as pure functions that make rows.
 * No table, no clock, no thread; how rows are stored and when trials run is for jobs, which imports it.
 */
@NullMarked
package org.spolia.experiment.planning;

import org.jspecify.annotations.NullMarked;
