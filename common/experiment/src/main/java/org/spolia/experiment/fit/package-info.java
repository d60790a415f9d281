/**
 * Symbolic regression on one table: the run, its files and its checkpoints. Reading tables and drawing on terminals live elsewhere; the
 * command line calls this.
 */
@NullMarked
package org.spolia.experiment.fit;

import org.jspecify.annotations.NullMarked;
