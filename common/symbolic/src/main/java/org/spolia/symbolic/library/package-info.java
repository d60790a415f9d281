/**
 * A library of small expressions with distinct values on a sample. It scores all of them against a target at once, and
 * enumerates the values that an unknown inner expression must have. The search takes expressions from it. The library
 * depends on neither populations nor halls of fame.
 */
@NullMarked
package org.spolia.symbolic.library;

import org.jspecify.annotations.NullMarked;
