/**
 * Expressions as immutable postfix arrays, their operators, and their text forms. Evaluation over rows and search build
 * on this package.
 */
@NullMarked
package org.spolia.symbolic.expression;

import org.jspecify.annotations.NullMarked;
