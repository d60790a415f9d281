/**
 * What benchmarks share: options, peers in processes of their own, ratios.
 * Knows no benchmark.
 */
@NullMarked
package org.spolia.bench.common;

import org.jspecify.annotations.NullMarked;
