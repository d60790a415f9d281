/**
 * The library of small expressions as columns of a matrix, and the scoring of a target against all of them at once.
 * The searches of the library share it.
 */
@NullMarked
package org.spolia.symbolic.library.scoring;

import org.jspecify.annotations.NullMarked;
