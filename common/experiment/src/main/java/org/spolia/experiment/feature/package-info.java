/**
 * Regression rows from simulations and surveys: quantities of a problem, their derivatives and weak-form means on the grid of a run, as
 * blocks of the table features. No table, no file and no random state; jobs gives it runs and stores what it makes.
 */
@NullMarked
package org.spolia.experiment.feature;

import org.jspecify.annotations.NullMarked;
