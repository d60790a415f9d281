/**
 * The fit of the constants of an expression to a sample: Jacobian, normal equations, Levenberg-Marquardt. Calls the
 * evaluator; the search calls it.
 */
@NullMarked
package org.spolia.symbolic.evaluation.fitting;

import org.jspecify.annotations.NullMarked;
