package org.spolia.symbolic.library.inverse;

import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.OrthogonalBasis;
import org.spolia.symbolic.library.scoring.Regression;

/** The unknown is {@code c0 + c1 entry}. */
final class AffineContext {
    static final int PASSES = 2;

    private final ScoringWorkspace workspace;

    AffineContext(ScoringWorkspace workspace) {
        this.workspace = workspace;
    }

    long score(InverseTarget target, Proposals proposals) {
        OrthogonalBasis basis = workspace.basis;
        if (!basis.begin(target.values(), target.weights()) || !basis.constant() || !basis.end()) {
            return 0;
        }
        workspace.scores.single(
                workspace.library.matrix(), basis.weights(), basis.bases()[0], basis.target(), workspace.out);
        workspace.select(workspace.library.size(), target.size() + 2, basis.left(0), proposals);
        for (int rank = 0; rank < workspace.top.count(); rank++) {
            resolve(target, workspace.library.block(workspace.top.entry(rank)), proposals);
        }
        return workspace.charge(PASSES);
    }

    private void resolve(InverseTarget target, int block, Proposals proposals) {
        Regression regression = workspace.regression;
        regression.begin(target.values(), target.weights());
        regression.constant();
        regression.add(workspace.library.blocks().values(block));
        double squares = regression.solve();
        int size = target.size() + workspace.library.blocks().size(block);
        if (!workspace.worthwhile(squares, size + 4, proposals)) {
            return;
        }
        workspace.round(squares);
        Tree inner = workspace.inner;
        if (workspace.inner(block)
                && workspace.builder.scale(inner, regression.coefficient(1))
                && workspace.builder.shift(inner, regression.coefficient(0))) {
            workspace.propose(target, proposals);
        }
    }
}
