package org.spolia.symbolic.library.part;

import org.spolia.symbolic.expression.Tree;

/**
 * A law that further parts are added to, or that they multiply.
 *
 * @param tree its expression over the variables
 * @param multiplied whether the parts are factors of it
 */
public record Base(Tree tree, boolean multiplied) {}
