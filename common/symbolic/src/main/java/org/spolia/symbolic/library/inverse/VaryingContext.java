package org.spolia.symbolic.library.inverse;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Frame;
import org.spolia.symbolic.library.scoring.Regression;
import org.spolia.symbolic.library.scoring.Rows;
import org.spolia.symbolic.library.scoring.Writing;

/** The unknown is {@code c0 + c1 x + (c2 + c3 x) entry} with a variable x. */
final class VaryingContext {
    static final int PASSES = 5;

    private final Desk desk;
    private final float[] factor;

    VaryingContext(Desk desk) {
        this.desk = desk;
        this.factor = new float[desk.library.rows().padded()];
    }

    /** Whether the operators can write it. */
    static boolean applies(Writing writing) {
        return writing.writes(Opcode.MUL) && writing.writes(Opcode.ADD) && writing.scales();
    }

    long score(State state, int variable, Proposals proposals) {
        Frame frame = desk.frame;
        double[] column = desk.library.rows().coordinate(variable);
        if (!frame.begin(state.values(), state.weights()) || !frame.constant() || !frame.base(column) || !frame.end()) {
            return 0;
        }
        centre(column);
        desk.scores.varying(desk.library.matrix(), frame.weights(), factor, frame.bases(), frame.target(), desk.out);
        desk.select(desk.library.size(), state.size() + 6, frame.left(0), proposals);
        for (int rank = 0; rank < desk.top.count(); rank++) {
            resolve(state, variable, desk.library.block(desk.top.entry(rank)), proposals);
        }
        return desk.charge(PASSES);
    }

    /** Shift and scale of the factor make no difference beside the bases; they keep the floats at their best. */
    private void centre(double[] column) {
        Rows rows = desk.library.rows();
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

    private void resolve(State state, int variable, int block, Proposals proposals) {
        double[] values = desk.library.blocks().values(block);
        double[] column = desk.library.rows().coordinate(variable);
        for (int row = 0; row < values.length; row++) {
            desk.product[row] = values[row] * column[row];
        }
        Regression regression = desk.regression;
        regression.begin(state.values(), state.weights());
        regression.constant();
        regression.add(column);
        regression.add(values);
        regression.add(desk.product);
        double squares = regression.solve();
        int size = state.size() + desk.library.blocks().size(block);
        if (!desk.worthwhile(squares, size + 6, proposals)) {
            return;
        }
        desk.round(squares);
        Tree inner = desk.inner.clear();
        if (write(inner, variable, block)) {
            desk.propose(state, proposals);
        }
    }

    private boolean write(Tree inner, int variable, int block) {
        Regression regression = desk.regression;
        Tree term = desk.term;
        if (!desk.term(block)) {
            return false;
        }
        if (regression.coefficient(3) == 0) {
            if (!desk.composer.addTerm(inner, term, regression.coefficient(2))) {
                return false;
            }
        } else {
            inner.copyFrom(desk.library.view().leaf(variable));
            if (!desk.composer.scale(inner, regression.coefficient(3))
                    || !desk.composer.shift(inner, regression.coefficient(2))
                    || !Writing.append(inner, term)
                    || !desk.library.writing().append(inner, 0, Opcode.MUL)) {
                return false;
            }
        }
        desk.coordinate(variable);
        return desk.composer.addTerm(inner, term, regression.coefficient(1))
                && inner.size() > 0
                && desk.composer.shift(inner, regression.coefficient(0));
    }
}
