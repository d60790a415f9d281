/**
 * Elementary and special functions whose bits are the same on every machine: scalar, and as loops over arrays with the
 * Vector API. Each family has two classes, {@code X} and {@code XVector}, which give equal results lane by lane; only
 * the second needs the module {@code jdk.incubator.vector}. They use only + - * / sqrt, fused multiply-add, comparisons
 * and integer operations on the bits, so neither the JIT, nor the width of the vectors, nor the JDK changes a result.
 *
 * <p>No method takes or returns a vector, at the price of some repetition: whether C2 inlines such a method depends on
 * its earlier inlining and compilations, and without inlining every vector becomes an object. Lanes that the plain
 * formula does not cover end the loop, and the caller continues from there: a call within the loop would evict the
 * constants from their registers. The loops themselves are not inlined either, because two in one compilation exceed
 * the limits of C2. They are larger than what C2 inlines at all (325 bytes of code), or are called {@code plain}, which
 * {@code compiler.options} forbids to inline.
 *
 * <p>The classes {@code Single…} do the same for floats if that is faster. Functions without such a class are computed
 * in doubles and rounded.
 *
 * <p>Outside its domain a function is NaN, and NaN in gives NaN out; nothing is protected or clipped. The loops work on
 * {@code n} values, a multiple of 16, in place if the caller wants, and allocate nothing. The package does not evaluate
 * expressions. The coefficients come from {@code src/test/python/coefficients.py}.
 */
@NullMarked
package org.spolia.symbolic.special;

import org.jspecify.annotations.NullMarked;
