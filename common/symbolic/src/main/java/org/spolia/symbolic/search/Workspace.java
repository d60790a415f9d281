package org.spolia.symbolic.search;

import java.util.Optional;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.LevenbergMarquardt;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Backsolve;
import org.spolia.symbolic.library.InverseSearch;
import org.spolia.symbolic.library.Library;

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
    private final int capacity;
    private Optional<Backsolve> backsolve = Optional.empty();
    private Optional<InverseSearch.Worker> worker = Optional.empty();

    Workspace(SearchOptions options, int variables) {
        capacity = 2 * options.maxSize() + 16;
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

    /** The thread's buffers for backsolving with this library. */
    Backsolve backsolve(Library library) {
        if (backsolve.isEmpty() || backsolve.get().library() != library) {
            backsolve = Optional.of(new Backsolve(library, capacity));
        }
        return backsolve.get();
    }

    /** The thread's buffers for this inverse enumeration. */
    InverseSearch.Worker worker(InverseSearch inverse) {
        if (worker.isEmpty() || worker.get().search() != inverse) {
            worker = Optional.of(inverse.worker());
        }
        return worker.get();
    }
}
