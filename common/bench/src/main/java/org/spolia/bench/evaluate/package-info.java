/**
 * The evaluator next to its peers.
 * Started by Bench.
 */
@NullMarked
package org.spolia.bench.evaluate;

import org.jspecify.annotations.NullMarked;
