package org.spolia.symbolic.library.inverse;

import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Frame;
import org.spolia.symbolic.library.scoring.Regression;

/** The unknown is {@code c0 + c1 entry}. */
final class AffineContext {
    private static final int PASSES = 2;

    private final Desk desk;

    AffineContext(Desk desk) {
        this.desk = desk;
    }

    long score(State state, Proposals proposals) {
        Frame frame = desk.frame;
        if (!frame.begin(state.values(), state.weights()) || !frame.constant() || !frame.end()) {
            return 0;
        }
        desk.scores.single(desk.library.matrix(), frame.weights(), frame.bases()[0], frame.target(), desk.out);
        desk.select(desk.library.size(), state.size() + 2, frame.left(0), proposals);
        for (int rank = 0; rank < desk.top.count(); rank++) {
            resolve(state, desk.library.block(desk.top.entry(rank)), proposals);
        }
        return desk.charge(PASSES);
    }

    private void resolve(State state, int block, Proposals proposals) {
        Regression regression = desk.regression;
        regression.begin(state.values(), state.weights());
        regression.constant();
        regression.add(desk.library.blocks().values(block));
        double squares = regression.solve();
        int size = state.size() + desk.library.blocks().size(block);
        if (!desk.worthwhile(squares, size + 4, proposals)) {
            return;
        }
        desk.round(squares);
        Tree inner = desk.inner;
        if (desk.inner(block)
                && desk.composer.scale(inner, regression.coefficient(1))
                && desk.composer.shift(inner, regression.coefficient(0))) {
            desk.propose(state, proposals);
        }
    }
}
