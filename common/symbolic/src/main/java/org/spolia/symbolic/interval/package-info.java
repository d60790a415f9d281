/** Interval arithmetic of expressions: ranges of values and slopes that hold everywhere in a box, up to rounding. */
@NullMarked
package org.spolia.symbolic.interval;

import org.jspecify.annotations.NullMarked;
