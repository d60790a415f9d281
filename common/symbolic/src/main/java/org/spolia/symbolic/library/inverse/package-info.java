/**
 * The inverse search: operators around an unknown inner expression are undone, and the library is searched for the
 * values that are left. Only the search imports it.
 */
@NullMarked
package org.spolia.symbolic.library.inverse;

import org.jspecify.annotations.NullMarked;
