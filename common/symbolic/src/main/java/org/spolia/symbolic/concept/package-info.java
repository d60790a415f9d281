/**
 * Concepts: pieces that discovered laws share, found by the description length that they save. Laws and concepts are
 * expressions. The callers know who discovered a law and which laws are left out.
 */
@NullMarked
package org.spolia.symbolic.concept;

import org.jspecify.annotations.NullMarked;
