package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Frame;
import org.spolia.symbolic.library.scoring.Matrix;
import org.spolia.symbolic.library.scoring.Rows;
import org.spolia.symbolic.library.scoring.Writing;

/**
 * The unknown is {@code c × powers of the variables × entry^e} or {@code c × powers of the variables × exp(e entry)}, the first perhaps
 * with a power of one more block: a linear regression of its logarithm. Variables take part where they are positive.
 */
final class PowerContext {
    private static final int MOST_VARIABLES = 16;

    private final Desk desk;
    private final PowerLaw law;
    private final Matrix deflated;
    private final double[] logarithm;
    private final double[] weights;
    private final double[] extra;
    private final List<Integer> variables = new ArrayList<>();
    private final List<double[]> logarithms = new ArrayList<>();

    PowerContext(Desk desk) {
        this.desk = desk;
        this.law = new PowerLaw(desk);
        this.deflated = desk.library.logarithms().like();
        int padded = desk.library.rows().padded();
        this.logarithm = new double[padded];
        this.weights = new double[padded];
        this.extra = new double[padded];
        findPositiveVariables();
    }

    private void findPositiveVariables() {
        Rows rows = desk.library.rows();
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

    /** Whether the operators can write it. */
    static boolean applies(Writing writing) {
        return writing.writes(Opcode.MUL) || writing.writes(Opcode.DIV);
    }

    /** Scores the entries; the charge, or 0 if the state has no logarithm. */
    long score(State state, Proposals proposals) {
        if (!frame(state)) {
            return 0;
        }
        law.begin(state, logarithm, weights, variables, logarithms);
        law.resolve(PowerLaw.NONE, PowerLaw.NONE, false, proposals);
        Frame frame = desk.frame;
        if (!frame.end()) {
            return 0;
        }
        int size = state.size() + 2 + variables.size();
        long charge = deflate(desk.library.logarithms(), deflated);
        desk.scores.plain(deflated, frame.target(), desk.out);
        desk.select(deflated.entries(), size, frame.left(0), proposals);
        for (int rank = 0; rank < desk.top.count(); rank++) {
            law.resolve(desk.library.logarithmBlock(desk.top.entry(rank)), PowerLaw.NONE, false, proposals);
        }
        if (desk.library.grammar().has(Opcode.EXP)) {
            charge += deflate(desk.library.matrix(), desk.deflated);
            desk.scores.plain(desk.deflated, frame.target(), desk.out);
            desk.select(desk.library.size(), size + 2, frame.left(0), proposals);
            for (int rank = 0; rank < desk.top.count(); rank++) {
                law.resolve(desk.library.block(desk.top.entry(rank)), PowerLaw.NONE, true, proposals);
            }
        }
        return charge;
    }

    /** Takes the bases out of a matrix; what that and one scoring cost. */
    private long deflate(Matrix matrix, Matrix out) {
        Frame frame = desk.frame;
        desk.scores.deflate(matrix, frame.weights(), frame.bases(), frame.count(), out);
        return (long) matrix.tiles() * matrix.rows() * (3 + 2 * frame.count());
    }

    /** Prepares for {@link #beside}; the charge, or 0 if the state has no logarithm. */
    long prepare(State state) {
        if (!frame(state) || !desk.frame.end()) {
            return 0;
        }
        law.begin(state, logarithm, weights, variables, logarithms);
        return deflate(desk.library.logarithms(), deflated);
    }

    private boolean frame(State state) {
        double[] values = state.values();
        Columns.apply(Opcode.ABS, values, weights, values.length);
        Columns.apply(Opcode.LOG, weights, logarithm, values.length);
        for (int row = 0; row < values.length; row++) {
            boolean counts = state.weights()[row] > 0;
            if (counts && !Double.isFinite(logarithm[row])) {
                return false;
            }
            weights[row] = counts ? state.weights()[row] * weights[row] : 0;
            logarithm[row] = counts ? logarithm[row] : 0;
        }
        Frame frame = desk.frame;
        if (!frame.begin(logarithm, weights) || !frame.constant()) {
            return false;
        }
        for (double[] column : logarithms) {
            frame.base(column);
        }
        return true;
    }

    /** After {@link #prepare}: the entries beside one more block. */
    long beside(State state, int block, Proposals proposals) {
        double[] values = desk.library.blocks().values(block);
        Columns.apply(Opcode.ABS, values, extra, values.length);
        Columns.apply(Opcode.LOG, extra, extra, values.length);
        for (double value : extra) {
            if (!Double.isFinite(value)) {
                return 0;
            }
        }
        Frame frame = desk.frame;
        if (!frame.column(extra, desk.column)) {
            return 0;
        }
        double left = frame.beside(desk.column, desk.target);
        if (left == 0) {
            return 0;
        }
        desk.scores.pair(deflated, desk.column, desk.target, desk.out);
        int size = state.size() + 3 + variables.size() + desk.library.blocks().size(block);
        desk.select(deflated.entries(), size, frame.left(1 - left), proposals);
        for (int rank = 0; rank < desk.top.count(); rank++) {
            law.resolve(desk.library.logarithmBlock(desk.top.entry(rank)), block, false, proposals);
        }
        return desk.charge(1);
    }
}
