/**
 * Algebraic relations between a target and coordinates, read off exact data by linear algebra: quotients of polynomials, their roots, and
 * sums of products of powers. It knows neither expressions nor searches; the library writes what it finds.
 */
@NullMarked
package org.spolia.symbolic.relation;

import org.jspecify.annotations.NullMarked;
