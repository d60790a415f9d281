/**
 * Laws made of parts. A part is a function of one argument with constants inside, such as {@code exp(-a x)} or
 * {@code sin(a x y)}. The constants are taken from grids, all pairs of parts are compared with the target, and the best
 * pairs are the starting points of fits.
 */
@NullMarked
package org.spolia.symbolic.library.part;

import org.jspecify.annotations.NullMarked;
