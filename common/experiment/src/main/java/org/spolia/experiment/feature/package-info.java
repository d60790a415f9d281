/**
 * Regression rows from simulations and surveys: quantities of a problem, their derivatives and weak-form means on the
 * grid of a trajectory, as blocks of the table features. The package has no tables, files or random state; jobs passes
 * trajectories and stores the blocks.
 */
@NullMarked
package org.spolia.experiment.feature;

import org.jspecify.annotations.NullMarked;
