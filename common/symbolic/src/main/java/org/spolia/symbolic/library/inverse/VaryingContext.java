package org.spolia.symbolic.library.inverse;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.LibraryRows;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.library.scoring.OrthogonalBasis;
import org.spolia.symbolic.library.scoring.Regression;

/** The unknown is {@code c0 + c1 x + (c2 + c3 x) entry} with a variable x. */
final class VaryingContext {
    static final int PASSES = 5;

    private final ScoringWorkspace workspace;
    private final float[] factor;

    VaryingContext(ScoringWorkspace workspace) {
        this.workspace = workspace;
        this.factor = new float[workspace.library.rows().padded()];
    }

    /** Returns whether the operators can express this form. */
    static boolean applies(OperatorVocabulary vocabulary) {
        return vocabulary.writes(Opcode.MUL) && vocabulary.writes(Opcode.ADD) && vocabulary.scales();
    }

    long score(InverseTarget target, int variable, Proposals proposals) {
        OrthogonalBasis basis = workspace.basis;
        double[] column = workspace.library.rows().coordinate(variable);
        if (!basis.begin(target.values(), target.weights())
                || !basis.constant()
                || !basis.base(column)
                || !basis.end()) {
            return 0;
        }
        centre(column);
        workspace.scores.varying(
                workspace.library.matrix(), basis.weights(), factor, basis.bases(), basis.target(), workspace.out);
        workspace.select(workspace.library.size(), target.size() + 6, basis.left(0), proposals);
        for (int rank = 0; rank < workspace.top.count(); rank++) {
            resolve(target, variable, workspace.library.block(workspace.top.entry(rank)), proposals);
        }
        return workspace.charge(PASSES);
    }

    /**
     * Centres and scales the factor. This does not change the space that it spans with the bases, and keeps the
     * precision of floats.
     */
    private void centre(double[] column) {
        LibraryRows rows = workspace.library.rows();
        double mean = 0;
        double largest = 0;
        for (int row = 0; row < rows.count(); row++) {
            mean += column[row];
        }
        mean /= rows.count();
        for (int row = 0; row < rows.count(); row++) {
            largest = Math.max(largest, Math.abs(column[row] - mean));
        }
        for (int row = 0; row < rows.padded(); row++) {
            factor[row] = largest > 0 ? (float) ((column[row] - mean) / largest) : 0;
        }
    }

    private void resolve(InverseTarget target, int variable, int block, Proposals proposals) {
        double[] values = workspace.library.blocks().values(block);
        double[] column = workspace.library.rows().coordinate(variable);
        for (int row = 0; row < values.length; row++) {
            workspace.product[row] = values[row] * column[row];
        }
        Regression regression = workspace.regression;
        regression.begin(target.values(), target.weights());
        regression.constant();
        regression.add(column);
        regression.add(values);
        regression.add(workspace.product);
        double squares = regression.solve();
        int size = target.size() + workspace.library.blocks().size(block);
        if (!workspace.worthwhile(squares, size + 6, proposals)) {
            return;
        }
        workspace.round(squares);
        Tree inner = workspace.inner.clear();
        if (write(inner, variable, block)) {
            workspace.propose(target, proposals);
        }
    }

    private boolean write(Tree inner, int variable, int block) {
        Regression regression = workspace.regression;
        Tree term = workspace.term;
        if (!workspace.term(block)) {
            return false;
        }
        if (regression.coefficient(3) == 0) {
            if (!workspace.builder.addTerm(inner, term, regression.coefficient(2))) {
                return false;
            }
        } else {
            inner.copyFrom(workspace.library.view().leaf(variable));
            if (!workspace.builder.scale(inner, regression.coefficient(3))
                    || !workspace.builder.shift(inner, regression.coefficient(2))
                    || !OperatorVocabulary.append(inner, term)
                    || !workspace.library.vocabulary().append(inner, 0, Opcode.MUL)) {
                return false;
            }
        }
        workspace.coordinate(variable);
        return workspace.builder.addTerm(inner, term, regression.coefficient(1))
                && inner.size() > 0
                && workspace.builder.shift(inner, regression.coefficient(0));
    }
}
