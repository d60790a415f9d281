/** Benchmarks of the loops of operators, vector and scalar. */
@NullMarked
package org.spolia.bench.kernels;

import org.jspecify.annotations.NullMarked;
