/**
 * Evaluation of expressions over rows: values, losses, Jacobians and the fit of constants, block by block and without
 * allocation. No search and no choice between expressions; the search and the rooms outside that predict or score call
 * it.
 */
@NullMarked
package org.spolia.symbolic.evaluation;

import org.jspecify.annotations.NullMarked;
