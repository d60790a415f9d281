/** Benchmarks of searches against their peers: laws that are found, and candidates per second. Bench starts them. */
@NullMarked
package org.spolia.bench.solve;

import org.jspecify.annotations.NullMarked;
