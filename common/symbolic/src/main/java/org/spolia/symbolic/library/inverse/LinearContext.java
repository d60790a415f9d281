package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Rows;
import org.spolia.symbolic.library.scoring.Writing;

/** The unknown is {@code c0 + c1 x1 + c2 x2 + …}: linear least squares over ever more coordinates, the best next one at a time. */
final class LinearContext {
    private static final int NODES_A_TERM = 4;
    private static final int NONE = -1;

    private final Desk desk;
    private final int most;

    LinearContext(Desk desk, int maxSize) {
        this.desk = desk;
        this.most = Math.min(Desk.MOST_COLUMNS - 1, Math.max(1, maxSize / NODES_A_TERM));
    }

    static boolean applies(Writing writing) {
        return PairContext.applies(writing);
    }

    /** Proposes the regressions; what they cost. */
    long score(State state, Proposals proposals) {
        Rows rows = desk.library.rows();
        List<Integer> chosen = new ArrayList<>();
        long passes = 0;
        while (chosen.size() < Math.min(most, rows.coordinates())) {
            int next = NONE;
            double least = Double.POSITIVE_INFINITY;
            for (int coordinate = 0; coordinate < rows.coordinates(); coordinate++) {
                if (!chosen.contains(coordinate)) {
                    int columns = chosen.size() + 2;
                    passes += (long) columns * columns;
                    double squares = solve(state, chosen, coordinate);
                    next = squares < least ? coordinate : next;
                    least = Math.min(squares, least);
                }
            }
            if (next == NONE) {
                break;
            }
            solve(state, chosen, next);
            chosen.add(next);
            propose(state, chosen, proposals);
        }
        return passes * rows.padded();
    }

    private double solve(State state, List<Integer> chosen, int next) {
        desk.regression.begin(state.values(), state.weights());
        desk.regression.constant();
        for (int coordinate : chosen) {
            desk.regression.add(desk.library.rows().coordinate(coordinate));
        }
        desk.regression.add(desk.library.rows().coordinate(next));
        return desk.regression.solve();
    }

    private void propose(State state, List<Integer> chosen, Proposals proposals) {
        Tree inner = desk.inner.clear();
        for (int i = 0; i < chosen.size(); i++) {
            Tree term = desk.coordinate(chosen.get(i));
            if (!desk.composer.addTerm(inner, term, desk.regression.coefficient(i + 1))) {
                return;
            }
        }
        if (inner.size() > 0 && desk.composer.shift(inner, desk.regression.coefficient(0))) {
            desk.propose(state, proposals);
        }
    }
}
