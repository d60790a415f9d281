package org.spolia.symbolic.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.choice.Tails;
import org.spolia.symbolic.search.form.DescriptionLength;
import org.spolia.symbolic.search.form.RoundValues;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.front.Models;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Strategy;

/** Refits models on all rows and shortens them as long as their description gets shorter. */
final class Polish {
    private static final FitLimits REFIT = FitLimits.thorough(40);
    private static final FitLimits AFTER_CHANGE = new FitLimits(12, 12, 0, 1e-9, 1e-9);
    private static final int MOST_MODELS = 40;
    private static final double FLOOR = 1e-28;
    static final int JACOBIAN_PASSES = 3;
    private static final int UGLY_LIMIT = 3;
    private static final double ROUND = 1e-6;
    private static final double HOPE = 0.5;
    private static final double NEVER = 1e-9;

    /** The cost of two standard errors in nats. */
    private static final double INDIFFERENCE = 2;

    private final Workspace workspace;
    private final Sample all;
    private final SearchOptions options;
    private final DataPrecision precision;
    private final long budget;
    private final BooleanSupplier stopped;
    private final Failures failures;
    private final DescriptionLength length;
    private final Snapping snapping;
    private final Shortening shortening;
    private double shortest;
    private long nodeRows;
    private boolean chosen;

    Polish(
            Workspace workspace,
            Sample all,
            SearchOptions options,
            DataPrecision precision,
            long budget,
            BooleanSupplier stopped,
            Failures failures) {
        this.failures = failures;
        this.workspace = workspace;
        this.all = all;
        this.options = options;
        this.precision = precision;
        this.budget = budget;
        this.stopped = stopped;
        this.length = new DescriptionLength(all.rows());
        this.snapping = new Snapping(this, Model::description, 0);
        this.shortening = new Shortening(this);
    }

    long nodeRows() {
        return nodeRows;
    }

    boolean exhausted() {
        return nodeRows >= budget && !chosen || stopped.getAsBoolean();
    }

    /**
     * Sets the constants of the selected model to round values if the data do not distinguish them. Noise that varies
     * from row to row is taken into account, and of two equal values the round one is kept. No budget limits this step.
     */
    Model snapped(Model model, Tails tails) {
        Snapping last = new Snapping(this, moved -> moved.description() - tails.saving(moved), INDIFFERENCE);
        chosen = true;
        Model fitted = refitted(newTree().copyFrom(model.tree()), REFIT);
        Model snapped = last.snap(fitted.description() <= model.description() ? fitted : model);
        chosen = false;
        return snapped.complexity() == model.complexity() ? snapped : model;
    }

    DescriptionLength length() {
        return length;
    }

    int rows() {
        return all.rows();
    }

    double variance() {
        return Math.max(all.variance(), Double.MIN_NORMAL);
    }

    /** Returns a tree with room for changes. */
    Tree newTree() {
        return new Tree(options.treeCapacity());
    }

    void simplify(Tree tree) {
        workspace.simplifier.simplify(tree);
    }

    /** Returns models of the found trees with their losses on all rows. The best of them are refitted and shortened. */
    Models polish(HallOfFame found) {
        Models models = new Models(options.maxSize());
        for (int size = 1; size <= found.maxSize(); size++) {
            for (int rank = 0; rank < found.count(size); rank++) {
                Tree tree = found.tree(size, rank);
                failures.isolate(
                        Strategy.POLISH, () -> models.offer(model(newTree().copyFrom(tree))));
            }
        }
        if (!failures.isEmpty()
                && models.byDescription().isEmpty()
                && options.operators().template().isEmpty()) {
            models.offer(mean());
        }
        failures.isolate(Strategy.POLISH, () -> improve(models));
        return models;
    }

    private void improve(Models models) {
        List<Model> candidates = models.byDescription();
        Set<Long> seen = new HashSet<>();
        shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(MOST_MODELS, candidates.size()) && !exhausted(); i++) {
            Model candidate = candidates.get(i);
            if (leastDescription(candidate) < shortest && seen.add(candidate.skeleton())) {
                failures.isolate(
                        Strategy.POLISH,
                        () -> shortest = Math.min(
                                shortest, improve(candidate, models, seen).description()));
            }
        }
    }

    /** Returns the mean of the target, whose loss is known without an evaluation. */
    private Model mean() {
        Tree tree = newTree().constant(all.mean());
        return new Model(tree, workspace.admission.complexity(tree), all.variance(), 0, length.of(tree, 1), 0);
    }

    /** A lower bound of the description length of any shortening, as long as the error hardly falls. */
    private double leastDescription(Model model) {
        double error = Math.max(model.effectiveLoss(), FLOOR * variance()) / variance();
        return length.residuals(error * HOPE);
    }

    private Model improve(Model start, Models models, Set<Long> seen) {
        Model model = refitted(newTree().copyFrom(start.tree()), REFIT);
        models.offer(model);
        boolean shorter = true;
        while (shorter && !exhausted()) {
            double before = model.description();
            model = snapping.snap(model);
            models.offer(model);
            model = shortening.shorten(model, models);
            models.offer(model);
            shorter = model.description() < before - NEVER;
            seen.add(model.skeleton());
        }
        return model;
    }

    private double meanSquare(Tree tree) {
        nodeRows += (long) all.passes(tree) * all.rows();
        return workspace.evaluator.residualSquares(tree, all) / all.rows();
    }

    private Model model(Tree tree) {
        return model(tree, meanSquare(tree));
    }

    /** Takes ownership of a tree with its mean loss over all rows, which include the sample. */
    Model over(long rows, Tree tree, double raw) {
        return model(tree, raw, new DescriptionLength(rows));
    }

    private Model model(Tree tree, double raw) {
        return model(tree, raw, length);
    }

    /** Errors below the rounding of the data are raised to it, so that they justify no further digit. */
    private Model model(Tree tree, double raw, DescriptionLength length) {
        double loss = raw + workspace.admission.penalty(tree);
        double floor = precision.floor(tree, loss, workspace.evaluator);
        double error = Math.max(Math.max(loss, floor), FLOOR * variance()) / variance();
        boolean sound = loss < Double.POSITIVE_INFINITY
                && workspace.admission.admits(tree)
                && workspace.admission.isModel(tree);
        double description = sound ? length.of(tree, error) : Double.POSITIVE_INFINITY;
        return new Model(
                tree,
                workspace.admission.complexity(tree),
                sound ? loss : Double.POSITIVE_INFINITY,
                floor,
                description,
                workspace.hash.of(tree));
    }

    /** Takes ownership of a tree, fits the constants that are not round, and returns its model. */
    Model refitted(Tree tree) {
        return refitted(tree, AFTER_CHANGE);
    }

    private Model refitted(Tree tree, FitLimits limits) {
        double loss = meanSquare(tree);
        workspace.solver.resetPasses();
        double fitted = workspace.solver.fitConstants(tree, round(tree), all, loss * all.rows(), false, limits);
        charge(tree);
        return model(tree, fitted / all.rows());
    }

    /**
     * Returns, for each free constant, the increase of the mean square when the constant moves by one; indexed by node,
     * NaN elsewhere.
     */
    double[] stiffness(Tree tree) {
        boolean[] round = round(tree);
        workspace.solver.resetPasses();
        double[] freedom = workspace.solver.freedom(tree, round, all);
        charge(tree);
        double[] stiffness = new double[tree.size()];
        int parameter = 0;
        for (int node = 0; node < tree.size(); node++) {
            boolean free = tree.opcode(node) == Opcode.CONSTANT && !round[node];
            stiffness[node] = free ? 1 / (freedom[parameter++] * all.rows()) : Double.NaN;
        }
        return stiffness;
    }

    private void charge(Tree tree) {
        nodeRows += all.passes(tree)
                * (workspace.solver.forwardPasses() + JACOBIAN_PASSES * workspace.solver.jacobianPasses())
                * all.rows();
    }

    /** Marks the constants that are round and stay fixed, by node. */
    static boolean[] round(Tree tree) {
        boolean[] round = new boolean[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            round[node] = tree.opcode(node) == Opcode.CONSTANT && RoundValues.isRound(tree.value(node));
        }
        return round;
    }

    /** Returns whether the refitted tree is exact and has fewer than three constants that are not round. */
    boolean isExactLaw(Tree tree) {
        Model model = refitted(newTree().copyFrom(tree), REFIT);
        int ugly = 0;
        RoundValues values = new RoundValues();
        for (int node = 0; node < model.size(); node++) {
            if (model.tree().opcode(node) == Opcode.CONSTANT
                    && !values.isNearlyRound(model.tree().value(node), ROUND)) {
                ugly++;
            }
        }
        return ugly < UGLY_LIMIT && model.loss() <= model.floor();
    }
}
