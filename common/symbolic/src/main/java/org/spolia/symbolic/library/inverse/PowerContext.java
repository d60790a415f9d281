package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.LibraryRows;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.library.scoring.OrthogonalBasis;
import org.spolia.symbolic.library.scoring.TiledMatrix;

/**
 * The unknown is {@code c × powers of the variables × entry^e} or {@code c × powers of the variables × exp(e entry)}.
 * The first form may have a power of one more block. The fit is a linear regression of the logarithm. Only variables
 * that are positive at every row take part.
 */
final class PowerContext {
    private static final int MOST_VARIABLES = 16;

    private final ScoringWorkspace workspace;
    private final PowerLaw law;
    private final TiledMatrix deflated;
    private final double[] logarithm;
    private final double[] weights;
    private final double[] extra;
    private final List<Integer> variables = new ArrayList<>();
    private final List<double[]> logarithms = new ArrayList<>();

    PowerContext(ScoringWorkspace workspace) {
        this.workspace = workspace;
        this.law = new PowerLaw(workspace);
        this.deflated = workspace.library.logarithms().like();
        int padded = workspace.library.rows().padded();
        this.logarithm = new double[padded];
        this.weights = new double[padded];
        this.extra = new double[padded];
        findPositiveVariables();
    }

    private void findPositiveVariables() {
        LibraryRows rows = workspace.library.rows();
        for (int variable = 0; variable < rows.coordinates() && variables.size() < MOST_VARIABLES; variable++) {
            double[] column = rows.coordinate(variable);
            boolean positive = true;
            for (double value : column) {
                positive &= value > 0;
            }
            if (positive) {
                double[] logarithms = new double[column.length];
                Columns.apply(Opcode.LOG, column, logarithms, column.length);
                variables.add(variable);
                this.logarithms.add(logarithms);
            }
        }
    }

    /** Returns whether the operators can express this form. */
    static boolean applies(OperatorVocabulary vocabulary) {
        return vocabulary.writes(Opcode.MUL) || vocabulary.writes(Opcode.DIV);
    }

    /** Scores the entries. Returns the cost, or 0 if the target has no logarithm. */
    long score(InverseTarget target, Proposals proposals) {
        if (!begin(target)) {
            return 0;
        }
        law.begin(target, logarithm, weights, variables, logarithms);
        law.resolve(PowerLaw.NONE, PowerLaw.NONE, false, proposals);
        OrthogonalBasis basis = workspace.basis;
        if (!basis.end()) {
            return 0;
        }
        int size = target.size() + 2 + variables.size();
        long charge = deflate(workspace.library.logarithms(), deflated);
        workspace.scores.plain(deflated, basis.target(), workspace.out);
        workspace.select(deflated.entries(), size, basis.left(0), proposals);
        for (int rank = 0; rank < workspace.top.count(); rank++) {
            law.resolve(workspace.library.logarithmBlock(workspace.top.entry(rank)), PowerLaw.NONE, false, proposals);
        }
        if (workspace.library.grammar().has(Opcode.EXP)) {
            charge += deflate(workspace.library.matrix(), workspace.deflated);
            workspace.scores.plain(workspace.deflated, basis.target(), workspace.out);
            workspace.select(workspace.library.size(), size + 2, basis.left(0), proposals);
            for (int rank = 0; rank < workspace.top.count(); rank++) {
                law.resolve(workspace.library.block(workspace.top.entry(rank)), PowerLaw.NONE, true, proposals);
            }
        }
        return charge;
    }

    /** Removes the basis columns from a matrix. Returns the cost of this and of one scoring. */
    private long deflate(TiledMatrix matrix, TiledMatrix out) {
        OrthogonalBasis basis = workspace.basis;
        workspace.scores.deflate(matrix, basis.weights(), basis.bases(), basis.count(), out);
        return (long) matrix.tiles() * matrix.rows() * (3 + 2 * basis.count());
    }

    /** Prepares {@link #scoreWithBlock}. Returns the cost, or 0 if the target has no logarithm. */
    long prepare(InverseTarget target) {
        if (!begin(target) || !workspace.basis.end()) {
            return 0;
        }
        law.begin(target, logarithm, weights, variables, logarithms);
        return deflate(workspace.library.logarithms(), deflated);
    }

    private boolean begin(InverseTarget target) {
        double[] values = target.values();
        Columns.apply(Opcode.ABS, values, weights, values.length);
        Columns.apply(Opcode.LOG, weights, logarithm, values.length);
        for (int row = 0; row < values.length; row++) {
            boolean counts = target.weights()[row] > 0;
            if (counts && !Double.isFinite(logarithm[row])) {
                return false;
            }
            weights[row] = counts ? target.weights()[row] * weights[row] : 0;
            logarithm[row] = counts ? logarithm[row] : 0;
        }
        OrthogonalBasis basis = workspace.basis;
        if (!basis.begin(logarithm, weights) || !basis.constant()) {
            return false;
        }
        for (double[] column : logarithms) {
            basis.base(column);
        }
        return true;
    }

    /** Scores the entries together with one more block, after {@link #prepare}. */
    long scoreWithBlock(InverseTarget target, int block, Proposals proposals) {
        double[] values = workspace.library.blocks().values(block);
        Columns.apply(Opcode.ABS, values, extra, values.length);
        Columns.apply(Opcode.LOG, extra, extra, values.length);
        for (double value : extra) {
            if (!Double.isFinite(value)) {
                return 0;
            }
        }
        OrthogonalBasis basis = workspace.basis;
        if (!basis.column(extra, workspace.column)) {
            return 0;
        }
        double left = basis.residual(workspace.column, workspace.target);
        if (left == 0) {
            return 0;
        }
        workspace.scores.pair(deflated, workspace.column, workspace.target, workspace.out);
        int size = target.size()
                + 3
                + variables.size()
                + workspace.library.blocks().size(block);
        workspace.select(deflated.entries(), size, basis.left(1 - left), proposals);
        for (int rank = 0; rank < workspace.top.count(); rank++) {
            law.resolve(workspace.library.logarithmBlock(workspace.top.entry(rank)), block, false, proposals);
        }
        return workspace.charge(1);
    }
}
