/**
 * Benchmarks that compare programs and print lines {@code NAME<TAB>ratio<TAB>value} at the end. No other module depends
 * on this one, and no test depends on times.
 */
@NullMarked
package org.spolia.bench;

import org.jspecify.annotations.NullMarked;
