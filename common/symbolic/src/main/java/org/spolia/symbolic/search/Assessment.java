package org.spolia.symbolic.search;

import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.front.AdmissionRules;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.options.Evolution;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.SearchCounts;

/**
 * Evaluates and fits trees on the search rows, offers them to a hall of fame and counts the cost.
 *
 * <p>If the operators allow it, the loss of a member is that of {@code intercept + slope f}, so that a search finds the
 * shape first. The hall of fame holds complete expressions: f, f with a slope, and f with a slope and an intercept,
 * each with its own size and loss.
 *
 * <p>Costs are in node-rows: nodes × rows for one evaluation pass, three times as much for a Jacobian.
 */
final class Assessment {
    private static final int JACOBIAN_PASSES = 3;

    private final Workspace workspace;
    private final Sample sample;
    private final SearchOptions options;
    private final boolean scaled;
    private final FitLimits limits;
    private final int fitSteps;
    private long nodeRows;
    private long expressions;
    private long nodes;
    private long repeats;

    Assessment(Workspace workspace, Sample sample, SearchOptions options, int fitSteps) {
        this.workspace = workspace;
        this.sample = sample;
        this.options = options;
        this.fitSteps = fitSteps;
        // Only squares have a closed form for the best slope and intercept.
        this.scaled = options.evolution() == Evolution.FITTED
                && sample.loss().equals(Loss.SQUARE)
                && options.operators().contains(Opcode.ADD)
                && options.operators().contains(Opcode.MUL)
                && options.operators().template().isEmpty();
        this.limits = FitLimits.quick(Math.max(1, fitSteps > 0 ? fitSteps : options.fitSteps()));
    }

    /** Returns whether the loss of a tree includes the best slope and intercept. */
    boolean scaled() {
        return scaled;
    }

    long nodeRows() {
        return nodeRows;
    }

    SearchCounts counts() {
        return new SearchCounts(expressions, nodes, repeats);
    }

    /** Returns an assessment on the same rows with other fit steps and with counts of its own. */
    Assessment withSteps(int steps) {
        return new Assessment(workspace, sample, options, steps);
    }

    /** Adds the counts of another assessment. */
    void take(Assessment other) {
        nodeRows += other.nodeRows;
        expressions += other.expressions;
        nodes += other.nodes;
        repeats += other.repeats;
    }

    /** Counts an expression that was skipped because it was seen before. */
    void repeat() {
        repeats++;
    }

    void charge(long nodes) {
        nodeRows += nodes * sample.rows();
    }

    /** Adds the cost of work on other rows. */
    void chargeNodeRows(long nodeRows) {
        this.nodeRows += nodeRows;
    }

    /**
     * Returns the loss in units of the target's variance, after a fit of the constants in place if fit steps are
     * available; infinite if a value is not finite.
     */
    double assess(Tree tree, HallOfFame hall, HallOfFame known) {
        expressions++;
        nodes += tree.passes();
        double loss = evaluate(tree);
        if (!Double.isFinite(loss)) {
            return Double.POSITIVE_INFINITY;
        }
        if (fitSteps > 0 && tree.constantCount() > 0) {
            loss = fit(tree, loss);
        }
        offer(tree, loss, hall, known);
        return penalised(tree, loss) / sample.sumOfSquares();
    }

    /** Like {@link #assess}, for a tree that was assessed before, after a fit with the steps of plain evolution. */
    double refit(Tree tree, HallOfFame hall, HallOfFame known) {
        double loss = evaluate(tree);
        if (!Double.isFinite(loss)) {
            return Double.POSITIVE_INFINITY;
        }
        double fitted = fit(tree, loss);
        offer(tree, fitted, hall, known);
        return penalised(tree, fitted) / sample.sumOfSquares();
    }

    private double penalised(Tree tree, double loss) {
        AdmissionRules admission = workspace.admission;
        return loss + sample.rows() * (scaled ? admission.penaltyWithin(tree) : admission.penalty(tree));
    }

    private double fit(Tree tree, double loss) {
        double before = workspace.assessor == workspace.evaluator ? loss : evaluate(workspace.evaluator, tree);
        workspace.solver.resetPasses();
        workspace.solver.fitConstants(tree, sample, before, scaled, limits);
        charge(sample.passes(tree)
                * (workspace.solver.forwardPasses() + JACOBIAN_PASSES * workspace.solver.jacobianPasses()));
        return evaluate(tree);
    }

    private double evaluate(Tree tree) {
        return evaluate(workspace.assessor, tree);
    }

    private double evaluate(Evaluator evaluator, Tree tree) {
        charge(sample.passes(tree));
        return scaled ? evaluator.scaledResidualSquares(tree, sample) : evaluator.residualSquares(tree, sample);
    }

    private void offer(Tree tree, double loss, HallOfFame hall, HallOfFame known) {
        if (!scaled) {
            keep(tree, loss / sample.rows(), hall);
            return;
        }
        AdmissionRules admission = workspace.admission;
        int size = admission.complexity(tree);
        Evaluator evaluator = workspace.assessor;
        double slope = evaluator.slope();
        double intercept = evaluator.intercept();
        double originSlope = evaluator.originSlope();
        double originLoss = evaluator.originResidualSquares();
        if (admits(size, evaluator.rawResidualSquares(), hall, known)) {
            charge(sample.passes(tree));
            keep(tree, evaluator.residualSquares(tree, sample) / sample.rows(), hall);
        }
        int sizeWithSlope = size + admission.withConstant(Opcode.MUL);
        if (admits(sizeWithSlope, originLoss, hall, known) && Double.isFinite(originSlope)) {
            write(workspace.scaled.copyFrom(tree).constant(originSlope).operator(Opcode.MUL), hall);
        }
        int sizeWithBoth = sizeWithSlope + admission.withConstant(Opcode.ADD);
        if (admits(sizeWithBoth, loss, hall, known) && Double.isFinite(slope) && Double.isFinite(intercept)) {
            write(
                    workspace
                            .scaled
                            .copyFrom(tree)
                            .constant(slope)
                            .operator(Opcode.MUL)
                            .constant(intercept)
                            .operator(Opcode.ADD),
                    hall);
        }
    }

    private boolean admits(int size, double sumOfSquares, HallOfFame hall, HallOfFame known) {
        double loss = sumOfSquares / sample.rows();
        return size <= options.maxSize() && known.admits(size, loss) && hall.admits(size, loss);
    }

    private void write(Tree tree, HallOfFame hall) {
        workspace.simplifier.simplify(tree);
        if (tree.depth(workspace.depths) > options.maxDepth()) {
            return;
        }
        charge(sample.passes(tree));
        keep(tree, workspace.assessor.residualSquares(tree, sample) / sample.rows(), hall);
    }

    private void keep(Tree tree, double raw, HallOfFame hall) {
        int size = workspace.admission.complexity(tree);
        double loss = raw + workspace.admission.penalty(tree);
        if (size <= options.maxSize() && hall.admits(size, loss)) {
            hall.offer(tree, loss, workspace.hash.of(tree));
        }
    }
}
