/**
 * Invariances of a target, read off a sample: factors that it is proportional to, and products, quotients, sums and
 * differences that it depends on in place of their parts. It knows neither expressions nor searches; the library turns
 * what it finds into coordinates.
 */
@NullMarked
package org.spolia.symbolic.symmetry;

import org.jspecify.annotations.NullMarked;
