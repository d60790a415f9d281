/**
 * Evaluation of expressions over rows: values, losses, Jacobians and the fit of constants, block by block and without
 * allocation. The package neither searches nor compares expressions; the search, predictions and scores call it.
 */
@NullMarked
package org.spolia.symbolic.evaluation;

import org.jspecify.annotations.NullMarked;
