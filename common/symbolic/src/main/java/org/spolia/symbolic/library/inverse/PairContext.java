package org.spolia.symbolic.library.inverse;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Frame;
import org.spolia.symbolic.library.scoring.Regression;
import org.spolia.symbolic.library.scoring.Writing;

/**
 * The unknown is {@code c0 + c1 entry + c2 block} or {@code (c0 + c1 entry) / (1 - c2 block)}. The matrix is prepared once for a state
 * and then scored beside one block after the other.
 */
final class PairContext {
    private static final int PREPARATION_PASSES = 4;

    private final Desk desk;

    PairContext(Desk desk) {
        this.desk = desk;
    }

    static boolean applies(Writing writing) {
        return writing.scales() && writing.shifts() && writing.writes(Opcode.ADD);
    }

    static boolean appliesToQuotients(Writing writing) {
        return applies(writing) && writing.writes(Opcode.DIV);
    }

    /** Prepares for a state; the charge, or 0 if there is nothing to score. */
    long prepare(State state) {
        Frame frame = desk.frame;
        if (!frame.begin(state.values(), state.weights()) || !frame.constant() || !frame.end()) {
            return 0;
        }
        desk.scores.deflate(desk.library.matrix(), frame.weights(), frame.bases(), 1, desk.deflated);
        return desk.charge(PREPARATION_PASSES);
    }

    long sum(State state, int block, Proposals proposals) {
        return score(state, block, desk.library.blocks().values(block), false, proposals);
    }

    long quotient(State state, int block, Proposals proposals) {
        double[] values = desk.library.blocks().values(block);
        for (int row = 0; row < values.length; row++) {
            desk.product[row] = values[row] * state.values()[row];
        }
        return score(state, block, desk.product, true, proposals);
    }

    private long score(State state, int block, double[] second, boolean quotient, Proposals proposals) {
        Frame frame = desk.frame;
        if (!frame.column(second, desk.column)) {
            return 0;
        }
        double left = frame.beside(desk.column, desk.target);
        if (left == 0) {
            return 0;
        }
        desk.scores.pair(desk.deflated, desk.column, desk.target, desk.out);
        desk.select(
                desk.library.size(),
                state.size() + desk.library.blocks().size(block) + 6,
                frame.left(1 - left),
                proposals);
        for (int rank = 0; rank < desk.top.count(); rank++) {
            int entry = desk.library.block(desk.top.entry(rank));
            if (quotient) {
                resolveQuotient(state, entry, block, second, proposals);
            } else {
                resolveSum(state, entry, block, proposals);
            }
        }
        return desk.charge(1);
    }

    private double solve(State state, int entry, double[] second) {
        Regression regression = desk.regression;
        regression.begin(state.values(), state.weights());
        regression.constant();
        regression.add(desk.library.blocks().values(entry));
        regression.add(second);
        return regression.solve();
    }

    private int size(State state, int entry, int block) {
        return state.size()
                + desk.library.blocks().size(entry)
                + desk.library.blocks().size(block);
    }

    private void resolveSum(State state, int entry, int block, Proposals proposals) {
        double squares = solve(state, entry, desk.library.blocks().values(block));
        if (!desk.worthwhile(squares, size(state, entry, block) + 7, proposals)) {
            return;
        }
        desk.round(squares);
        Regression regression = desk.regression;
        Tree inner = desk.inner.clear();
        if (desk.term(entry)
                && desk.composer.addTerm(inner, desk.term, regression.coefficient(1))
                && desk.term(block)
                && desk.composer.addTerm(inner, desk.term, regression.coefficient(2))
                && inner.size() > 0
                && desk.composer.shift(inner, regression.coefficient(0))) {
            desk.propose(state, proposals);
        }
    }

    private void resolveQuotient(State state, int entry, int block, double[] second, Proposals proposals) {
        double squares = solve(state, entry, second);
        if (!desk.worthwhile(squares, size(state, entry, block) + 9, proposals)) {
            return;
        }
        desk.round(squares);
        Regression regression = desk.regression;
        double factor = regression.coefficient(2);
        if (factor == 0) {
            return;
        }
        Tree inner = desk.inner;
        if (regression.coefficient(1) == 0) {
            inner.clear().constant(regression.coefficient(0));
        } else if (!desk.inner(entry)
                || !desk.composer.scale(inner, regression.coefficient(1))
                || !desk.composer.shift(inner, regression.coefficient(0))) {
            return;
        }
        Tree denominator = desk.term;
        if (desk.term(block)
                && desk.composer.scale(denominator, -factor)
                && desk.composer.shift(denominator, 1)
                && Writing.append(inner, denominator)
                && desk.library.writing().append(inner, 0, Opcode.DIV)) {
            desk.propose(state, proposals);
        }
    }
}
