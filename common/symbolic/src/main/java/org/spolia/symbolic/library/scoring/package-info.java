/**
 * The library of small expressions as columns of a matrix, and the kernels that score a target against all of them at
 * once. The searches of the library share it.
 */
@NullMarked
package org.spolia.symbolic.library.scoring;

import org.jspecify.annotations.NullMarked;
