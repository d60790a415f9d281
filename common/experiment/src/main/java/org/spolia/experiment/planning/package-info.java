/**
 * Trials: planned from a configuration, run and scored, all as pure functions that make rows. The package has no
 * tables, clocks or threads; jobs, which imports it, stores rows and runs trials.
 */
@NullMarked
package org.spolia.experiment.planning;

import org.jspecify.annotations.NullMarked;
