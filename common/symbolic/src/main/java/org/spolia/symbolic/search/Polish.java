package org.spolia.symbolic.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.spolia.symbolic.evaluation.FitLimits;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Refits models on all rows and shortens them: it replaces an operator by one of its operands or a constant by a round value as long as
 * the description length falls.
 */
final class Polish {
    private static final FitLimits REFIT = FitLimits.thorough(40);
    private static final FitLimits AFTER_CHANGE = new FitLimits(12, 12, 0, 1e-9, 1e-9);
    private static final double FLOOR = 1e-28;
    private static final int UGLY_LIMIT = 3;
    private static final double ROUND = 1e-6;

    private final Workspace workspace;
    private final Sample all;
    private final SearchOptions options;
    private final Precision precision;
    private final long budget;
    private final BooleanSupplier stopped;
    private final RoundValues roundValues = new RoundValues();
    private final DescriptionLength length;
    private final Tree best;
    private final Tree change;
    private long nodeRows;

    Polish(
            Workspace workspace,
            Sample all,
            SearchOptions options,
            Precision precision,
            long budget,
            BooleanSupplier stopped) {
        this.workspace = workspace;
        this.all = all;
        this.options = options;
        this.precision = precision;
        this.budget = budget;
        this.stopped = stopped;
        this.length = new DescriptionLength(all.rows());
        int capacity = 2 * options.maxSize() + 16;
        this.best = new Tree(capacity);
        this.change = new Tree(capacity);
    }

    long nodeRows() {
        return nodeRows;
    }

    private boolean exhausted() {
        return nodeRows >= budget || stopped.getAsBoolean();
    }

    private double meanSquare(Tree tree) {
        nodeRows += (long) tree.size() * all.rows();
        return workspace.evaluator.residualSquares(tree, all) / all.rows();
    }

    /** The mean squared error after fitting the constants that are not round. */
    private double refit(Tree tree, FitLimits limits) {
        double loss = meanSquare(tree);
        boolean[] round = new boolean[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            round[node] = tree.opcode(node) == Opcode.CONSTANT
                    && DescriptionLength.bits(tree.value(node)) < Double.POSITIVE_INFINITY;
        }
        workspace.solver.resetPasses();
        double fitted = workspace.solver.fitConstants(tree, round, all, loss * all.rows(), false, limits) / all.rows();
        nodeRows +=
                tree.size() * (workspace.solver.forwardPasses() + 3 * workspace.solver.jacobianPasses()) * all.rows();
        return fitted;
    }

    /** Errors below the rounding of the data count as that: they are no reason to keep a digit. */
    private double describe(Tree tree, double meanSquare) {
        double floor = Math.max(precision.floor(tree, meanSquare, workspace.evaluator), FLOOR * all.variance());
        return length.of(tree, Math.max(meanSquare, floor) / all.variance());
    }

    /** A hall of fame with the losses on all rows, and with the shortened forms beside the originals. */
    HallOfFame polish(HallOfFame found) {
        HallOfFame polished = new HallOfFame(options.maxSize());
        for (int size = 1; size <= found.maxSize(); size++) {
            for (int rank = 0; rank < found.count(size); rank++) {
                Tree tree = found.tree(size, rank);
                polished.offer(tree, meanSquare(tree), found.hash(size, rank));
            }
        }
        for (int size : mostPromising(polished)) {
            if (exhausted()) {
                break;
            }
            Tree tree = new Tree(best.capacity()).copyFrom(polished.tree(size, 0));
            shorten(tree, polished);
        }
        return polished;
    }

    private int[] mostPromising(HallOfFame hall) {
        return Arrays.stream(hall.front())
                .boxed()
                .sorted(Comparator.comparingDouble(size -> describe(hall.tree(size, 0), hall.loss(size, 0))))
                .mapToInt(size -> size)
                .toArray();
    }

    private void shorten(Tree tree, HallOfFame hall) {
        double loss = refit(tree, REFIT);
        offer(tree, loss, hall);
        double shortest = describe(tree, loss);
        boolean shorter = true;
        while (shorter && !exhausted()) {
            double before = shortest;
            shortest = Math.min(shortest, bestChange(tree, shortest, hall));
            shorter = shortest < before;
            if (shorter) {
                tree.copyFrom(best);
            }
        }
    }

    private void offer(Tree tree, double loss, HallOfFame hall) {
        if (loss < Double.POSITIVE_INFINITY && tree.depth(new int[tree.size()]) <= options.maxDepth()) {
            hall.offer(tree, loss, workspace.hash.of(tree));
        }
    }

    /** Tries every change; the one with the shortest description is left in {@link #best}. */
    private double bestChange(Tree tree, double shortest, HallOfFame hall) {
        double least = shortest;
        for (int node = 0; node < tree.size() && !exhausted(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                roundValues.near(tree.value(node));
                for (int i = 0; i < roundValues.count(); i++) {
                    change.copyFrom(tree);
                    change.setValue(node, roundValues.value(i));
                    least = consider(least, hall);
                }
            } else if (Opcode.arity(tree.opcode(node)) > 0) {
                int start = tree.start(node);
                int right = tree.start(node - 1);
                replace(tree, start, node, right, node);
                least = consider(least, hall);
                if (right > start) {
                    replace(tree, start, node, start, right);
                    least = consider(least, hall);
                }
            }
        }
        return least;
    }

    private void replace(Tree tree, int start, int node, int from, int to) {
        change.clear().append(tree, 0, start).append(tree, from, to).append(tree, node + 1, tree.size());
    }

    private double consider(double least, HallOfFame hall) {
        workspace.simplifier.simplify(change);
        double loss = refit(change, AFTER_CHANGE);
        if (!(loss < Double.POSITIVE_INFINITY)) {
            return least;
        }
        offer(change, loss, hall);
        double description = describe(change, loss);
        if (description < least) {
            best.copyFrom(change);
            return description;
        }
        return least;
    }

    /** Whether the tree, refitted, is exact with fewer than three constants that are not round. */
    boolean isExactLaw(Tree tree) {
        change.copyFrom(tree);
        double loss = refit(change, REFIT);
        long ugly = IntStream.range(0, change.size())
                .filter(node -> change.opcode(node) == Opcode.CONSTANT && !isNearlyRound(change.value(node)))
                .count();
        return ugly < UGLY_LIMIT && precision.isExact(change, loss, workspace.evaluator);
    }

    private boolean isNearlyRound(double value) {
        roundValues.near(value);
        for (int i = 0; i < roundValues.count(); i++) {
            if (Math.abs(roundValues.value(i) - value) <= ROUND * Math.abs(value)) {
                return true;
            }
        }
        return false;
    }
}
