/**
 * Algebraic relations between a target and coordinates, found in exact data by linear algebra: quotients of
 * polynomials, their roots, sums of products of powers, and quotients that contain an exponential of unknown rate. The
 * package depends on neither expressions nor searches; the library writes the relations as expressions.
 */
@NullMarked
package org.spolia.symbolic.relation;

import org.jspecify.annotations.NullMarked;
