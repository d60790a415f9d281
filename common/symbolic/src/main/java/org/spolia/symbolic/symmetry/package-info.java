/**
 * Invariances of a target, found in a sample: factors that it is proportional to, and products, quotients, sums and
 * differences that it depends on instead of their parts. The package depends on neither expressions nor searches; the
 * library turns the steps into coordinates.
 */
@NullMarked
package org.spolia.symbolic.symmetry;

import org.jspecify.annotations.NullMarked;
