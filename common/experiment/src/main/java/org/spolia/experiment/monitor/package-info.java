/**
 * Laws on new rows: the sums of their losses over windows, and the test that says when a law has ceased to hold: the
 * rows of tables {@code watched_laws}, {@code law_windows} and {@code law_monitor}.
 */
@NullMarked
package org.spolia.experiment.monitor;

import org.jspecify.annotations.NullMarked;
