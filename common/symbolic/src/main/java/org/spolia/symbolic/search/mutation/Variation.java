package org.spolia.symbolic.search.mutation;

import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.options.Mutation;

/**
 * Makes members of a population: random ones to start from, and children of parents. It owns buffers and is not
 * thread-safe.
 */
public interface Variation {
    /** Replaces the content of a tree by a small random tree. */
    void start(Tree tree, Randomness random);

    /** Replaces the content of a tree by a constant, or each sub-expression of a template by a constant. */
    void startPlain(Tree tree);

    /** Draws a kind of mutation that can change this parent. */
    Mutation draw(Tree parent, Randomness random);

    /** Fills {@code child} by the mutation that was drawn last. Returns whether the mutation changed anything. */
    boolean mutate(Mutation mutation, Tree parent, Tree child, double temperature, Randomness random);

    /** Exchanges a random sub-tree of one parent with one of the other. */
    void cross(Tree first, Tree second, Tree firstChild, Tree secondChild, Randomness random);
}
