package org.spolia.symbolic.search.mutation;

import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.options.Mutation;

/**
 * Makes members of a population: random ones to start from, and children of parents. It owns buffers: one thread at a
 * time may use it.
 */
public interface Variation {
    /** Replaces the content of a tree by a small random one. */
    void start(Tree tree, Randomness random);

    /** Replaces the content of a tree by a constant, or each sub-expression of a template by one. */
    void startPlain(Tree tree);

    /** Draws a kind of mutation that can do something to this parent. */
    Mutation draw(Tree parent, Randomness random);

    /** Fills {@code child} as the last draw said; whether the mutation found something to change. */
    boolean mutate(Mutation mutation, Tree parent, Tree child, double temperature, Randomness random);

    /** Exchanges a random sub-tree of one parent with one of the other. */
    void cross(Tree first, Tree second, Tree firstChild, Tree secondChild, Randomness random);
}
