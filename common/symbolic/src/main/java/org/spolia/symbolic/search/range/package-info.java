/**
 * Whether a model has a value everywhere inside the training range, also between the rows: a proof by interval
 * arithmetic, or points at which rows can be expected.
 */
@NullMarked
package org.spolia.symbolic.search.range;

import org.jspecify.annotations.NullMarked;
