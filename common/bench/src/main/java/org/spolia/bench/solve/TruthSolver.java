package org.spolia.bench.solve;

import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Simplifier;

/** Fits the constants of the ground truth, except exponents: about the most that a search can reach on noisy rows. */
final class TruthSolver implements Solver {
    static final String NAME = "truth";

    private static final FitLimits LIMITS = FitLimits.thorough(50);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer solve(Assignment assignment) {
        long start = System.nanoTime();
        Tree tree = assignment.law().problem().expression().toTree();
        Simplifier simplifier = new Simplifier(tree.size());
        while (simplifier.simplify(tree)) {
            // Each pass can make the next one possible.
        }
        Rows rows = assignment.rows(Split.TRAIN);
        Sample sample = Sample.of(rows.columns(), rows.target());
        Evaluator evaluator = new Evaluator();
        double loss = evaluator.residualSquares(tree, sample);
        new LevenbergMarquardt(evaluator).fitConstants(tree, exponents(tree), sample, loss, false, LIMITS);
        Expression fitted = tree.toExpression();
        return new Answer(
                (System.nanoTime() - start) / 1e9,
                tree.size(),
                fitted.infix(assignment.variables()),
                assignment.error(fitted, Split.TEST),
                assignment.error(fitted, Split.OOD));
    }

    private static boolean[] exponents(Tree tree) {
        boolean[] exponents = new boolean[tree.size()];
        for (int node = 1; node < tree.size(); node++) {
            exponents[node - 1] = tree.opcode(node) == Opcode.POW;
        }
        return exponents;
    }
}
