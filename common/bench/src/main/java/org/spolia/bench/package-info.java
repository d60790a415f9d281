/**
 * Measurements that print ratios: each is a name, what it runs side by side, and lines {@code NAME<TAB>ratio<TAB>value} at the end.
 * Nothing depends on it and nothing is tested by time.
 */
@NullMarked
package org.spolia.bench;

import org.jspecify.annotations.NullMarked;
