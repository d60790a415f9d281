/**
 * What a search learns from other problems: the costs of operators, from a corpus of formulas or from the utilities of
 * an experiment, and the available concepts.
 */
@NullMarked
package org.spolia.experiment.prior;

import org.jspecify.annotations.NullMarked;
