/**
 * What other problems tell a search: what operators cost, from a corpus of formulas or from the utilities of an experiment, and which
 * concepts there are beside them.
 */
@NullMarked
package org.spolia.experiment.prior;

import org.jspecify.annotations.NullMarked;
