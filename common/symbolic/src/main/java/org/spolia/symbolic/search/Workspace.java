package org.spolia.symbolic.search;

import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.LevenbergMarquardt;
import org.spolia.symbolic.expression.Tree;

/** What one thread needs to advance islands, one after the other, without allocating. */
final class Workspace {
    final Evaluator evaluator = new Evaluator();
    final LevenbergMarquardt solver = new LevenbergMarquardt(evaluator);
    final Randomness random = new Randomness();
    final CanonicalHash hash;
    final Simplifier simplifier;
    final TreeGenerator generator;
    final Mutator mutator;
    final Tree child;
    final Tree sibling;
    final Tree scaled;
    final int[] indices;
    final int[] depths;

    Workspace(SearchOptions options, int variables) {
        int capacity = 2 * options.maxSize() + 16;
        hash = new CanonicalHash(capacity);
        simplifier = new Simplifier(capacity);
        generator = new TreeGenerator(options.operators(), variables, capacity);
        mutator = new Mutator(generator, simplifier, options.maxSize());
        child = new Tree(capacity);
        sibling = new Tree(capacity);
        scaled = new Tree(capacity);
        indices = new int[options.populationSize()];
        depths = new int[capacity];
    }
}
