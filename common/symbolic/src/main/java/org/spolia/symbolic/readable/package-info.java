/**
 * The form in which people write a formula. A graph of equal expressions is filled by rewriting rules up to a fixed
 * number of nodes, and its cheapest expression for a reader is taken. The values at the rows of the data decide whether
 * a rule may be used, so no rule changes where a formula has a value there.
 */
@NullMarked
package org.spolia.symbolic.readable;

import org.jspecify.annotations.NullMarked;
