/**
 * The stages watch and monitor: losses of laws over new rows, and the test that says when a law has ceased to hold.
 * Only the command line imports this package.
 */
@NullMarked
package org.spolia.jobs.monitor;

import org.jspecify.annotations.NullMarked;
