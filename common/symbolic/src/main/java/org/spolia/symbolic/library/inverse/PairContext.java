package org.spolia.symbolic.library.inverse;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.library.scoring.OrthogonalBasis;
import org.spolia.symbolic.library.scoring.Regression;

/**
 * The unknown is {@code c0 + c1 entry + c2 block} or {@code (c0 + c1 entry) / (1 - c2 block)}. The matrix is prepared
 * once for each target and then scored with one block after another.
 */
final class PairContext {
    static final int PREPARATION_PASSES = 4;

    private final ScoringWorkspace workspace;

    PairContext(ScoringWorkspace workspace) {
        this.workspace = workspace;
    }

    static boolean applies(OperatorVocabulary vocabulary) {
        return vocabulary.scales() && vocabulary.shifts() && vocabulary.writes(Opcode.ADD);
    }

    static boolean appliesToQuotients(OperatorVocabulary vocabulary) {
        return applies(vocabulary) && vocabulary.writes(Opcode.DIV);
    }

    /** Prepares the matrix for a target. Returns the cost, or 0 if there is nothing to score. */
    long prepare(InverseTarget target) {
        OrthogonalBasis basis = workspace.basis;
        if (!basis.begin(target.values(), target.weights()) || !basis.constant() || !basis.end()) {
            return 0;
        }
        workspace.scores.deflate(workspace.library.matrix(), basis.weights(), basis.bases(), 1, workspace.deflated);
        return workspace.charge(PREPARATION_PASSES);
    }

    long sum(InverseTarget target, int block, Proposals proposals) {
        return score(target, block, workspace.library.blocks().values(block), false, proposals);
    }

    long quotient(InverseTarget target, int block, Proposals proposals) {
        double[] values = workspace.library.blocks().values(block);
        for (int row = 0; row < values.length; row++) {
            workspace.product[row] = values[row] * target.values()[row];
        }
        return score(target, block, workspace.product, true, proposals);
    }

    private long score(InverseTarget target, int block, double[] second, boolean quotient, Proposals proposals) {
        OrthogonalBasis basis = workspace.basis;
        if (!basis.column(second, workspace.column)) {
            return 0;
        }
        double left = basis.residual(workspace.column, workspace.target);
        if (left == 0) {
            return 0;
        }
        workspace.scores.pair(workspace.deflated, workspace.column, workspace.target, workspace.out);
        workspace.select(
                workspace.library.size(),
                target.size() + workspace.library.blocks().size(block) + 6,
                basis.left(1 - left),
                proposals);
        for (int rank = 0; rank < workspace.top.count(); rank++) {
            int entry = workspace.library.block(workspace.top.entry(rank));
            if (quotient) {
                resolveQuotient(target, entry, block, second, proposals);
            } else {
                resolveSum(target, entry, block, proposals);
            }
        }
        return workspace.charge(1);
    }

    private double solve(InverseTarget target, int entry, double[] second) {
        Regression regression = workspace.regression;
        regression.begin(target.values(), target.weights());
        regression.constant();
        regression.add(workspace.library.blocks().values(entry));
        regression.add(second);
        return regression.solve();
    }

    private int size(InverseTarget target, int entry, int block) {
        return target.size()
                + workspace.library.blocks().size(entry)
                + workspace.library.blocks().size(block);
    }

    private void resolveSum(InverseTarget target, int entry, int block, Proposals proposals) {
        double squares = solve(target, entry, workspace.library.blocks().values(block));
        if (!workspace.worthwhile(squares, size(target, entry, block) + 7, proposals)) {
            return;
        }
        workspace.round(squares);
        Regression regression = workspace.regression;
        Tree inner = workspace.inner.clear();
        if (workspace.term(entry)
                && workspace.builder.addTerm(inner, workspace.term, regression.coefficient(1))
                && workspace.term(block)
                && workspace.builder.addTerm(inner, workspace.term, regression.coefficient(2))
                && inner.size() > 0
                && workspace.builder.shift(inner, regression.coefficient(0))) {
            workspace.propose(target, proposals);
        }
    }

    private void resolveQuotient(InverseTarget target, int entry, int block, double[] second, Proposals proposals) {
        double squares = solve(target, entry, second);
        if (!workspace.worthwhile(squares, size(target, entry, block) + 9, proposals)) {
            return;
        }
        workspace.round(squares);
        Regression regression = workspace.regression;
        double factor = regression.coefficient(2);
        if (factor == 0) {
            return;
        }
        Tree inner = workspace.inner;
        if (regression.coefficient(1) == 0) {
            inner.clear().constant(regression.coefficient(0));
        } else if (!workspace.inner(entry)
                || !workspace.builder.scale(inner, regression.coefficient(1))
                || !workspace.builder.shift(inner, regression.coefficient(0))) {
            return;
        }
        Tree denominator = workspace.term;
        if (workspace.term(block)
                && workspace.builder.scale(denominator, -factor)
                && workspace.builder.shift(denominator, 1)
                && OperatorVocabulary.append(inner, denominator)
                && workspace.library.vocabulary().append(inner, 0, Opcode.DIV)) {
            workspace.propose(target, proposals);
        }
    }
}
