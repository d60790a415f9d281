/**
 * The form of an expression: simplification, canonical hash, round constants, description length, and random numbers as
 * a function of the seed. The package is independent of populations.
 */
@NullMarked
package org.spolia.symbolic.search.form;

import org.jspecify.annotations.NullMarked;
