package org.spolia.symbolic.search;

import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.Starts;
import org.spolia.symbolic.search.form.SkeletonCache;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Strategy;

/** Evaluates, fits and keeps the proposals of the library, each skeleton once, and starts of fits. */
final class Proposer implements Proposals, Starts {
    private static final int QUICK_STEPS = 8;
    private static final int THOROUGH_STEPS = 60;

    private final Round round;
    private final SkeletonCache cache;
    private final HallOfFame hall;
    private final double[] best;
    private final double[] knownBest;
    private final Tree tree;
    private final SearchOptions options;
    private final Assessment quick;
    private final Assessment thorough;
    private Strategy strategy = Strategy.INVERSE_SEARCH;

    /**
     * Creates a proposer for one epoch. It remembers seen skeletons in {@code cache} and puts its results into
     * {@code hall}.
     */
    Proposer(SearchOptions options, Round round, SkeletonCache cache, HallOfFame hall) {
        this.options = options;
        this.round = round;
        this.quick = round.assessment().withSteps(QUICK_STEPS);
        this.thorough = round.assessment().withSteps(THOROUGH_STEPS);
        this.cache = cache;
        this.hall = hall;
        this.best = new double[options.maxSize() + 1];
        this.knownBest = new double[options.maxSize() + 1];
        this.tree = new Tree(options.treeCapacity());
        hall.clear();
        round.known().leastLosses(knownBest);
        merge();
    }

    /** Losses of the hall are mean squares. The library needs shares of the variance. */
    private void merge() {
        hall.leastLosses(best);
        for (int size = 0; size < best.length; size++) {
            best[size] = Math.min(best[size], knownBest[size]) / round.variance();
        }
    }

    /** Sets the strategy that makes the following proposals. */
    Proposer during(Strategy strategy) {
        this.strategy = strategy;
        return this;
    }

    @Override
    public void failed(Throwable failure) {
        round.failures().add(strategy, failure);
    }

    @Override
    public double best(int size) {
        return best[Math.min(Math.max(size, 0), best.length - 1)];
    }

    @Override
    public void propose(Tree proposed) {
        if (proposed.size() > tree.capacity()) {
            return;
        }
        try {
            take(proposed);
        } catch (RuntimeException | StackOverflowError e) {
            round.failures().add(Strategy.PROPOSALS, e);
        }
    }

    @Override
    public double start(Tree start, boolean isThorough) {
        Workspace workspace = round.workspace();
        if (start.size() > options.treeCapacity()) {
            return Double.POSITIVE_INFINITY;
        }
        Tree child = workspace.child.copyFrom(start);
        workspace.simplifier.simplify(child);
        if (!workspace.admission.admits(child)) {
            return Double.POSITIVE_INFINITY;
        }
        Assessment assessment = isThorough ? thorough : quick;
        double loss = assessment.assess(child, hall, round.known());
        start.copyFrom(child);
        return loss;
    }

    @Override
    public boolean scales() {
        return quick.scaled();
    }

    /** Adds the cost of all starts to that of the round. */
    void chargeStarts() {
        round.assessment().take(quick);
        round.assessment().take(thorough);
    }

    private void take(Tree proposed) {
        tree.copyFrom(proposed);
        Workspace workspace = round.workspace();
        workspace.simplifier.simplify(tree);
        if (!workspace.admission.admits(tree)) {
            return;
        }
        if (cache.add(workspace.hash.of(tree))) {
            round.assessment().assess(tree, hall, round.known());
            merge();
        }
    }
}
