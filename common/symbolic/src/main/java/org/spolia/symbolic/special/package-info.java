/**
 * Elementary and special functions whose bits are the same on every machine: scalar, and as loops over arrays with the
 * Vector API. Each family has two classes, {@code X} and {@code XVector}, which give equal results lane by lane; only
 * the second needs the module {@code jdk.incubator.vector}. They are built from + - * / sqrt, fused multiply-add,
 * comparisons and integer operations on the bits, so neither the JIT, nor the width of the vectors, nor the JDK changes
 * a result.
 *
 * <p>No method takes or returns a vector, at the price of some repetition: whether C2 inlines such a method depends on
 * how much it has inlined before and on what was compiled before, and where it does not, every vector becomes an
 * object. Lanes that the plain formula cannot serve end the loop, and its caller goes on from there: a call within the
 * loop would take the constants out of their registers. Nor is a loop inlined where it is used: two in one compilation
 * exceed what C2 has room for. It is larger than what C2 inlines at all (325 bytes of code), or is called
 * {@code plain}, which {@code compiler.options} forbids.
 *
 * <p>The classes {@code Single…} do the same for floats where that is worth it; what has no such class is computed in
 * doubles and rounded.
 *
 * <p>Outside its domain a function is NaN, and NaN in is NaN out; nothing is protected or clipped. The loops work on
 * {@code n} values, a multiple of 16, in place if the caller likes, and allocate nothing. There is no evaluation of
 * expressions here; that builds on this package. The coefficients come from {@code src/test/python/coefficients.py}.
 */
@NullMarked
package org.spolia.symbolic.special;

import org.jspecify.annotations.NullMarked;
