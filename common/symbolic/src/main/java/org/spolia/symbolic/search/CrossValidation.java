package org.spolia.symbolic.search;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.choice.Missed;
import org.spolia.symbolic.search.choice.Tried;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.options.Fold;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.HeldOut;
import org.spolia.symbolic.search.result.Strategy;

/**
 * Evaluates models on held-out rows. For each fold, the constants that are not round are fitted to the other rows,
 * starting from the fit to all rows, and the loss on the fold is computed. The passes over rows are charged like all
 * others, but no budget cuts them short, because a choice among only some of the models would be arbitrary.
 */
public final class CrossValidation {
    private static final FitLimits REFIT = new FitLimits(12, 6, 0, 1e-9, Double.POSITIVE_INFINITY);

    private record Parts(Sample fitted, Sample heldOut) {}

    private final Workspace workspace;
    private final Loss loss;
    private final List<Parts> folds;
    private final BooleanSupplier stopped;
    private final Failures failures;
    private final Tree tree;
    private long nodeRows;

    public CrossValidation(
            Workspace workspace,
            Sample all,
            SearchOptions options,
            long seed,
            BooleanSupplier stopped,
            Failures failures) {
        this.failures = failures;
        this.workspace = workspace;
        this.loss = all.loss();
        this.folds = Fold.of(options.validation(), all.rows(), seed).stream()
                .map(fold -> new Parts(all.take(fold.fitted()), all.take(fold.heldOut())))
                .toList();
        this.stopped = stopped;
        this.tree = new Tree(options.treeCapacity(), options.operators().definitions());
    }

    public long nodeRows() {
        return nodeRows;
    }

    /** Evaluates the models in the given order until stopped. A model that was begun is evaluated on all folds. */
    public Map<Model, Tried> of(List<Model> models) {
        Map<Model, Tried> tried = new IdentityHashMap<>();
        for (Model model : models) {
            if (stopped.getAsBoolean()) {
                break;
            }
            failures.isolate(Strategy.HELD_OUT, () -> tried.put(model, tried(model)));
        }
        return tried;
    }

    private Tried tried(Model model) {
        double[] losses = new double[folds.size()];
        List<Missed> missed = new ArrayList<>();
        for (int fold = 0; fold < losses.length; fold++) {
            losses[fold] = loss(model, folds.get(fold));
            missed.add(Missed.of(tree, folds.get(fold).heldOut(), workspace.evaluator, model.floor()));
        }
        int rows = missed.stream().mapToInt(Missed::rows).sum();
        Missed together = Missed.together(missed, rows, model.floor());
        return Tried.of(HeldOut.of(losses, model.floor()), together, loss);
    }

    private double loss(Model model, Parts parts) {
        tree.copyFrom(model.tree());
        double before = workspace.evaluator.residualSquares(tree, parts.fitted());
        workspace.solver.resetPasses();
        workspace.solver.fitConstants(tree, Polish.round(tree), parts.fitted(), before, false, REFIT);
        long passes = 1 + workspace.solver.forwardPasses() + Polish.JACOBIAN_PASSES * workspace.solver.jacobianPasses();
        nodeRows += parts.fitted().passes(tree)
                * (passes * parts.fitted().rows() + parts.heldOut().rows());
        return workspace.evaluator.residualSquares(tree, parts.heldOut())
                        / parts.heldOut().rows()
                + workspace.admission.penalty(tree);
    }
}
