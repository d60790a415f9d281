/**
 * Symbolic regression on one table: the run, its files and its checkpoints. Reading tables and drawing on terminals
 * belong to other packages. The command line calls this package.
 */
@NullMarked
package org.spolia.experiment.fit;

import org.jspecify.annotations.NullMarked;
