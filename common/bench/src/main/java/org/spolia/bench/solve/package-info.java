/**
 * Laws that are found, and candidates a second, next to peers.
 * Started by Bench.
 */
@NullMarked
package org.spolia.bench.solve;

import org.jspecify.annotations.NullMarked;
