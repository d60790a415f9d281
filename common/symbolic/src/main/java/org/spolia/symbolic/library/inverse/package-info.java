/**
 * The inverse search: it undoes operators around an unknown inner expression and searches the library for the values
 * that remain. Only the search imports it.
 */
@NullMarked
package org.spolia.symbolic.library.inverse;

import org.jspecify.annotations.NullMarked;
