package org.spolia.symbolic.library.part;

import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/**
 * A function of an argument with constants.
 *
 * @param first the first constant of the function
 * @param second the second one
 */
record Part(PartFunction function, Argument argument, double first, double second) {
    /** Writes the part into a tree. Returns false if the operators cannot express it. */
    boolean write(Tree tree, ExpressionBuilder builder, OperatorVocabulary vocabulary) {
        tree.copyFrom(argument.tree());
        return function.write(tree, first, second, builder, vocabulary);
    }
}
