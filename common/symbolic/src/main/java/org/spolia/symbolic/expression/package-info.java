/**
 * Expressions as immutable postfix arrays, the operators that they are made of, and their text forms.
 * Nothing here evaluates over rows or searches; evaluation and search build on this package.
 */
@NullMarked
package org.spolia.symbolic.expression;

import org.jspecify.annotations.NullMarked;
