/**
 * Elementary and special functions whose bits are the same on every machine: scalar, and as loops over arrays with the
 * Vector API. Each family has two classes, {@code X} and {@code XVector}, which give equal results lane by lane; only the
 * second needs the module {@code jdk.incubator.vector}. They are built from + - * / sqrt, fused multiply-add, comparisons
 * and integer operations on the bits, so neither the JIT, nor the width of the vectors, nor the JDK changes a result.
 *
 * <p>Outside its domain a function is NaN, and NaN in is NaN out; nothing is protected or clipped. The loops work on
 * {@code n} values, a multiple of 16, in place if the caller likes, and allocate nothing. There is no evaluation of
 * expressions here; that builds on this package. The coefficients come from {@code src/test/python/coefficients.py}.
 */
@NullMarked
package org.spolia.symbolic.special;

import org.jspecify.annotations.NullMarked;
