/**
 * Probes: light models on frozen features, whose strength is chosen on training rows alone. Features are rows of equal
 * length; folds say which rows an inner validation holds out together, so that rows of one group are never on both
 * sides.
 */
@NullMarked
package org.spolia.statistics.probe;

import org.jspecify.annotations.NullMarked;
