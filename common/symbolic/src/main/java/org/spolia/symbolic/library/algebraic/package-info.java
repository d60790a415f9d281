/**
 * The algebraic search: relations between powers of variables and of the target, written as equations. Only the search
 * imports it.
 */
@NullMarked
package org.spolia.symbolic.library.algebraic;

import org.jspecify.annotations.NullMarked;
