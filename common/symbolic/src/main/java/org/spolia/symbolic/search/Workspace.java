package org.spolia.symbolic.search;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.inverse.InverseSearch;
import org.spolia.symbolic.library.inverse.SemanticBackpropagation;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.search.form.CanonicalHash;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.Simplifier;
import org.spolia.symbolic.search.front.AdmissionRules;
import org.spolia.symbolic.search.mutation.Mutator;
import org.spolia.symbolic.search.mutation.TemplateVariation;
import org.spolia.symbolic.search.mutation.TreeGenerator;
import org.spolia.symbolic.search.mutation.Variation;
import org.spolia.symbolic.search.options.Evolution;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.SearchOptions;

/** The buffers with which one thread advances islands, one after another, without allocation. */
public final class Workspace {
    final Evaluator evaluator = new Evaluator();

    /** Computes the losses of the evolution, in its precision. */
    final Evaluator assessor;

    final LevenbergMarquardt solver = new LevenbergMarquardt(evaluator);
    final Randomness random = new Randomness();
    final CanonicalHash hash;
    final AdmissionRules admission;

    /**
     * Identifies expressions that were seen before: by their skeleton if constants are fitted, otherwise by the whole
     * expression.
     */
    final CanonicalHash identity;

    final Simplifier simplifier;
    final Variation variation;
    final Tree child;
    final Tree sibling;
    final Tree scaled;
    final int[] indices;
    final int[] depths;
    private final int capacity;
    private final List<SemanticBackpropagation> backsolves = new ArrayList<>();
    private final List<InverseSearch.Worker> workers = new ArrayList<>();

    public Workspace(SearchOptions options, int variables) {
        capacity = options.treeCapacity();
        assessor = options.precision() == FloatingPoint.FLOAT32 ? Evaluator.single() : evaluator;
        hash = CanonicalHash.ofSkeletons(capacity);
        identity = options.evolution() == Evolution.PLAIN ? CanonicalHash.ofValues(capacity) : hash;
        admission = new AdmissionRules(options);
        simplifier = new Simplifier(capacity);
        variation = options.operators().template().isPresent()
                ? new TemplateVariation(options, options.operators().template().get(), simplifier)
                : new Mutator(
                        new TreeGenerator(options.operators(), variables, capacity),
                        simplifier,
                        options.maxSize(),
                        options.evolutionOptions());
        Definitions definitions = options.operators().definitions();
        child = new Tree(capacity, definitions);
        sibling = new Tree(capacity, definitions);
        scaled = new Tree(capacity, definitions);
        indices = new int[options.populationSize()];
        depths = new int[capacity];
    }

    /** Returns the thread's buffers for semantic backpropagation with the library of this index. */
    SemanticBackpropagation backsolve(Library library, int index) {
        while (backsolves.size() <= index) {
            backsolves.add(new SemanticBackpropagation(library, capacity));
        }
        if (backsolves.get(index).library() != library) {
            backsolves.set(index, new SemanticBackpropagation(library, capacity));
        }
        return backsolves.get(index);
    }

    /** Returns the thread's buffers for the inverse enumeration of this index. */
    InverseSearch.Worker worker(InverseSearch inverse, int index) {
        while (workers.size() <= index) {
            workers.add(inverse.worker());
        }
        if (workers.get(index).search() != inverse) {
            workers.set(index, inverse.worker());
        }
        return workers.get(index);
    }
}
