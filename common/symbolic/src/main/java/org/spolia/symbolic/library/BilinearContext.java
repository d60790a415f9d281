package org.spolia.symbolic.library;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/** The unknown is {@code (c0 + c1 x) entry} with a variable x. */
final class BilinearContext {
    private static final int PASSES = 3;

    private final Desk desk;
    private final float[] factor;

    BilinearContext(Desk desk) {
        this.desk = desk;
        this.factor = new float[desk.library.rows().padded()];
    }

    /** Whether the operators can write it. */
    static boolean applies(Writing writing) {
        return writing.writes(Opcode.MUL) && writing.shifts();
    }

    long score(State state, int variable, Proposals proposals) {
        Frame frame = desk.frame;
        if (!frame.begin(state.values(), state.weights()) || !frame.end()) {
            return 0;
        }
        centre(desk.library.rows().column(variable));
        desk.scores.bilinear(desk.library.matrix(), frame.weights(), factor, frame.target(), desk.out);
        desk.select(state.size() + 6, frame.left(0), proposals);
        for (int rank = 0; rank < desk.top.count(); rank++) {
            resolve(state, variable, desk.library.block(desk.top.entry(rank)), proposals);
        }
        return desk.charge(PASSES);
    }

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
        double[] column = desk.library.rows().column(variable);
        for (int row = 0; row < values.length; row++) {
            desk.product[row] = values[row] * column[row];
        }
        Regression regression = desk.regression;
        regression.begin(state.values(), state.weights());
        regression.add(values);
        regression.add(desk.product);
        double squares = regression.solve();
        int size = state.size() + desk.library.blocks().size(block);
        if (!desk.worthwhile(squares, size + 6, proposals)) {
            return;
        }
        desk.round(squares);
        Tree inner = desk.inner.clear().variable(variable);
        if (regression.coefficient(1) == 0
                || !desk.composer.scale(inner, regression.coefficient(1))
                || !desk.composer.shift(inner, regression.coefficient(0))) {
            return;
        }
        desk.library.blocks().append(inner, block, desk.library.writing());
        desk.library.writing().append(inner, 0, Opcode.MUL);
        desk.propose(state, proposals);
    }
}
