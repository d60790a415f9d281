/**
 * Concepts: pieces that discovered laws have in common, found by the description length that they save. Laws come in as
 * expressions and concepts go out as such; who discovered what, and whose laws are left out, others know.
 */
@NullMarked
package org.spolia.symbolic.concept;

import org.jspecify.annotations.NullMarked;
