package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.LibraryRows;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/** The unknown is {@code c0 + c1 x1 + c2 x2 + …}: linear least squares with forward selection of coordinates. */
final class LinearContext {
    private static final int NODES_A_TERM = 4;
    private static final int NONE = -1;

    private final ScoringWorkspace workspace;
    private final int most;

    LinearContext(ScoringWorkspace workspace, int maxSize) {
        this.workspace = workspace;
        this.most = Math.min(ScoringWorkspace.MOST_COLUMNS - 1, Math.max(1, maxSize / NODES_A_TERM));
    }

    static boolean applies(OperatorVocabulary vocabulary) {
        return PairContext.applies(vocabulary);
    }

    /** Proposes the regressions and returns their cost. */
    long score(InverseTarget target, Proposals proposals) {
        LibraryRows rows = workspace.library.rows();
        List<Integer> chosen = new ArrayList<>();
        long passes = 0;
        while (chosen.size() < Math.min(most, rows.coordinates())) {
            int next = NONE;
            double least = Double.POSITIVE_INFINITY;
            for (int coordinate = 0; coordinate < rows.coordinates(); coordinate++) {
                if (!chosen.contains(coordinate)) {
                    int columns = chosen.size() + 2;
                    passes += (long) columns * columns;
                    double squares = solve(target, chosen, coordinate);
                    next = squares < least ? coordinate : next;
                    least = Math.min(squares, least);
                }
            }
            if (next == NONE) {
                break;
            }
            solve(target, chosen, next);
            chosen.add(next);
            propose(target, chosen, proposals);
        }
        return passes * rows.padded();
    }

    private double solve(InverseTarget target, List<Integer> chosen, int next) {
        workspace.regression.begin(target.values(), target.weights());
        workspace.regression.constant();
        for (int coordinate : chosen) {
            workspace.regression.add(workspace.library.rows().coordinate(coordinate));
        }
        workspace.regression.add(workspace.library.rows().coordinate(next));
        return workspace.regression.solve();
    }

    private void propose(InverseTarget target, List<Integer> chosen, Proposals proposals) {
        Tree inner = workspace.inner.clear();
        for (int i = 0; i < chosen.size(); i++) {
            Tree term = workspace.coordinate(chosen.get(i));
            if (!workspace.builder.addTerm(inner, term, workspace.regression.coefficient(i + 1))) {
                return;
            }
        }
        if (inner.size() > 0 && workspace.builder.shift(inner, workspace.regression.coefficient(0))) {
            workspace.propose(target, proposals);
        }
    }
}
