package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Frame;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.library.scoring.Matrix;
import org.spolia.symbolic.library.scoring.Regression;
import org.spolia.symbolic.library.scoring.Top;
import org.spolia.symbolic.library.scoring.Writing;

/** The unknown is {@code c0 + c1 entry1 + c2 entry2 + …}: stepwise regression on the cheapest entries with a beam. */
final class BeamContext {
    private static final int TERMS = 5;
    private static final int WIDTH = 6;
    private static final int ENTRIES = 2048;

    private record Selection(int[] entries, double left) {}

    private final Desk desk;
    private final int tiles;
    private final Top top = new Top(WIDTH);

    BeamContext(Desk desk) {
        this.desk = desk;
        this.tiles = Math.min(ENTRIES / Matrix.TILE, desk.library.matrix().tiles());
    }

    static boolean applies(Writing writing) {
        return PairContext.applies(writing);
    }

    /** What {@link #score} charges at most. */
    static long charge(Library library) {
        long pass = (long) Math.min(ENTRIES / Matrix.TILE, library.matrix().tiles())
                * library.rows().padded();
        long passes = 3;
        for (int terms = 1; terms < TERMS; terms++) {
            passes += WIDTH * (3L + terms);
        }
        return pass * passes;
    }

    long score(State state, Proposals proposals) {
        long pass = (long) tiles * desk.library.rows().padded();
        long charge = 0;
        List<Selection> beam = List.of(new Selection(new int[0], Double.POSITIVE_INFINITY));
        for (int terms = 1; terms <= TERMS; terms++) {
            List<Selection> wider = new ArrayList<>();
            for (Selection selection : beam) {
                widen(state, selection, wider);
                charge += pass * (2 + terms);
            }
            if (wider.isEmpty()) {
                return charge;
            }
            wider.sort(Comparator.comparingDouble(Selection::left));
            beam = distinct(wider);
            if (terms > 1) {
                resolve(state, beam.get(0).entries, proposals);
            }
        }
        return charge;
    }

    private void widen(State state, Selection selection, List<Selection> wider) {
        Frame frame = desk.frame;
        if (!frame.begin(state.values(), state.weights()) || !frame.constant()) {
            return;
        }
        for (int entry : selection.entries) {
            frame.base(desk.library.blocks().values(desk.library.block(entry)));
        }
        if (!frame.end()) {
            return;
        }
        desk.scores.several(
                desk.library.matrix(), tiles, frame.weights(), frame.bases(), frame.count(), frame.target(), desk.out);
        top.of(desk.out, Math.min(tiles * Matrix.TILE, desk.library.size()), 0);
        for (int rank = 0; rank < top.count(); rank++) {
            int[] entries = Arrays.copyOf(selection.entries, selection.entries.length + 1);
            entries[selection.entries.length] = top.entry(rank);
            Arrays.sort(entries);
            wider.add(new Selection(entries, frame.left(top.score(rank))));
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

    private void resolve(State state, int[] entries, Proposals proposals) {
        Regression regression = desk.regression;
        regression.begin(state.values(), state.weights());
        regression.constant();
        int size = state.size() + 2 + 3 * entries.length;
        for (int entry : entries) {
            regression.add(desk.library.blocks().values(desk.library.block(entry)));
            size += desk.library.blocks().size(desk.library.block(entry));
        }
        double squares = regression.solve();
        if (!desk.worthwhile(squares, size, proposals)) {
            return;
        }
        desk.round(squares);
        Tree inner = desk.inner.clear();
        for (int i = 0; i < entries.length; i++) {
            if (!desk.term(desk.library.block(entries[i]))
                    || !desk.composer.addTerm(inner, desk.term, regression.coefficient(i + 1))) {
                return;
            }
        }
        if (inner.size() > 0 && desk.composer.shift(inner, regression.coefficient(0))) {
            desk.propose(state, proposals);
        }
    }
}
