package org.spolia.symbolic.search;

import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.search.form.SkeletonCache;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Strategy;

/** Evaluates, fits and keeps the proposals of the library, each skeleton once. */
final class Proposer implements Proposals {
    private final Round round;
    private final SkeletonCache cache;
    private final HallOfFame hall;
    private final double[] best;
    private final double[] knownBest;
    private final Tree tree;
    private Strategy strategy = Strategy.INVERSE_SEARCH;

    /**
     * Creates a proposer for one epoch. It remembers seen skeletons in {@code cache} and puts its results into
     * {@code hall}.
     */
    Proposer(SearchOptions options, Round round, SkeletonCache cache, HallOfFame hall) {
        this.round = round;
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
