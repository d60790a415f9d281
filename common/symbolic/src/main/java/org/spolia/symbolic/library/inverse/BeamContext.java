package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.library.scoring.OrthogonalBasis;
import org.spolia.symbolic.library.scoring.Regression;
import org.spolia.symbolic.library.scoring.TiledMatrix;
import org.spolia.symbolic.library.scoring.TopK;

/**
 * The unknown is {@code c0 + c1 entry1 + c2 entry2 + …}: stepwise regression on the cheapest entries, as a beam search.
 */
final class BeamContext {
    private static final int TERMS = 5;
    private static final int WIDTH = 6;
    private static final int ENTRIES = 2048;

    private record Selection(int[] entries, double left) {}

    private final ScoringWorkspace workspace;
    private final int tiles;
    private final TopK top = new TopK(WIDTH);

    BeamContext(ScoringWorkspace workspace) {
        this.workspace = workspace;
        this.tiles =
                Math.min(ENTRIES / TiledMatrix.TILE, workspace.library.matrix().tiles());
    }

    static boolean applies(OperatorVocabulary vocabulary) {
        return PairContext.applies(vocabulary);
    }

    /** Returns the largest cost of one call of {@link #score}. */
    static long charge(Library library) {
        long pass = (long) Math.min(ENTRIES / TiledMatrix.TILE, library.matrix().tiles())
                * library.rows().padded();
        long passes = 3;
        for (int terms = 1; terms < TERMS; terms++) {
            passes += WIDTH * (3L + terms);
        }
        return pass * passes;
    }

    long score(InverseTarget target, Proposals proposals) {
        long pass = (long) tiles * workspace.library.rows().padded();
        long charge = 0;
        List<Selection> beam = List.of(new Selection(new int[0], Double.POSITIVE_INFINITY));
        for (int terms = 1; terms <= TERMS; terms++) {
            List<Selection> wider = new ArrayList<>();
            for (Selection selection : beam) {
                widen(target, selection, wider);
                charge += pass * (2 + terms);
            }
            if (wider.isEmpty()) {
                return charge;
            }
            wider.sort(Comparator.comparingDouble(Selection::left));
            beam = distinct(wider);
            if (terms > 1) {
                resolve(target, beam.get(0).entries, proposals);
            }
        }
        return charge;
    }

    private void widen(InverseTarget target, Selection selection, List<Selection> wider) {
        OrthogonalBasis basis = workspace.basis;
        if (!basis.begin(target.values(), target.weights()) || !basis.constant()) {
            return;
        }
        for (int entry : selection.entries) {
            basis.base(workspace.library.blocks().values(workspace.library.block(entry)));
        }
        if (!basis.end()) {
            return;
        }
        workspace.scores.several(
                workspace.library.matrix(),
                tiles,
                basis.weights(),
                basis.bases(),
                basis.count(),
                basis.target(),
                workspace.out);
        top.of(workspace.out, Math.min(tiles * TiledMatrix.TILE, workspace.library.size()), 0);
        for (int rank = 0; rank < top.count(); rank++) {
            int[] entries = Arrays.copyOf(selection.entries, selection.entries.length + 1);
            entries[selection.entries.length] = top.entry(rank);
            Arrays.sort(entries);
            wider.add(new Selection(entries, basis.left(top.score(rank))));
        }
    }

    private static List<Selection> distinct(List<Selection> sorted) {
        List<Selection> kept = new ArrayList<>();
        for (Selection selection : sorted) {
            if (kept.size() < WIDTH
                    && kept.stream().noneMatch(other -> Arrays.equals(other.entries, selection.entries))) {
                kept.add(selection);
            }
        }
        return kept;
    }

    private void resolve(InverseTarget target, int[] entries, Proposals proposals) {
        Regression regression = workspace.regression;
        regression.begin(target.values(), target.weights());
        regression.constant();
        int size = target.size() + 2 + 3 * entries.length;
        for (int entry : entries) {
            regression.add(workspace.library.blocks().values(workspace.library.block(entry)));
            size += workspace.library.blocks().size(workspace.library.block(entry));
        }
        double squares = regression.solve();
        if (!workspace.worthwhile(squares, size, proposals)) {
            return;
        }
        workspace.round(squares);
        Tree inner = workspace.inner.clear();
        for (int i = 0; i < entries.length; i++) {
            if (!workspace.term(workspace.library.block(entries[i]))
                    || !workspace.builder.addTerm(inner, workspace.term, regression.coefficient(i + 1))) {
                return;
            }
        }
        if (inner.size() > 0 && workspace.builder.shift(inner, regression.coefficient(0))) {
            workspace.propose(target, proposals);
        }
    }
}
