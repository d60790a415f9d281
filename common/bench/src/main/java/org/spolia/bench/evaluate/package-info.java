/** Benchmarks of the evaluator against its peers. Bench starts them. */
@NullMarked
package org.spolia.bench.evaluate;

import org.jspecify.annotations.NullMarked;
