/**
 * Probes: small models on frozen features, whose regularisation is selected on training rows only. Features are rows of
 * equal length. Folds give the rows that an inner validation leaves out together, so that rows of one group are never
 * on both sides.
 */
@NullMarked
package org.spolia.statistics.probe;

import org.jspecify.annotations.NullMarked;
