/**
 * Algebraic relations between a target and coordinates, read off exact data by linear algebra: quotients of
 * polynomials, their roots, sums of products of powers, and quotients with an exponential of unknown rate. It knows
 * neither expressions nor searches; the library writes what it finds.
 */
@NullMarked
package org.spolia.symbolic.relation;

import org.jspecify.annotations.NullMarked;
