/**
 * The form of an expression: simplification, canonical hash, round constants, description length, and the random
 * numbers that are a function of the seed. Knows nothing of populations.
 */
@NullMarked
package org.spolia.symbolic.search.form;

import org.jspecify.annotations.NullMarked;
