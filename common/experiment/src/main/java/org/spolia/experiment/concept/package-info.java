/**
 * The pieces that the laws of an experiment share, with each problem left out in turn: the rows of table
 * {@code concepts}.
 */
@NullMarked
package org.spolia.experiment.concept;

import org.jspecify.annotations.NullMarked;
