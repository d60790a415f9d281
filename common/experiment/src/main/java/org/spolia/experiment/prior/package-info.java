/** What operators cost in a search, as other problems tell it: costs from a corpus of formulas or from the utilities of an experiment. */
@NullMarked
package org.spolia.experiment.prior;

import org.jspecify.annotations.NullMarked;
