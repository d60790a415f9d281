package org.spolia.symbolic.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.rows.RowBlock;
import org.spolia.symbolic.rows.SampleCheck;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.options.SearchOptions;

/**
 * The passes over all rows during a search on a sample. What fits the sample only leaves the hall of fame and is not a
 * parent any more; trees that all rows confirm come back if such ones had displaced them. Passes together cost at most
 * as many node-rows as the search so far, so the epochs that end with one follow from counts.
 */
final class RowReview {
    private record Entry(Tree tree, int size, double loss, long hash) {
        Expression expression() {
            return tree.toExpression();
        }
    }

    private final AllRows rows;
    private final SampleCheck check;
    private final SearchOptions options;
    private final double suspect;

    /** What all rows have confirmed, with losses on the search rows. */
    private final HallOfFame sound;

    private long nodeRows;

    RowReview(AllRows rows, Sample sample, SearchOptions options) {
        this.rows = rows;
        this.options = options;
        this.suspect = DataPrecision.SUSPECT * sample.variance();
        this.check = new SampleCheck(rows, block(sample), sample.loss(), sample.mean(), suspect);
        this.sound = new HallOfFame(options);
    }

    private static RowBlock block(Sample sample) {
        double[][] columns = new double[sample.variables()][sample.rows()];
        double[] target = new double[sample.rows()];
        double[] weights = new double[sample.rows()];
        for (int row = 0; row < target.length; row++) {
            for (int variable = 0; variable < columns.length; variable++) {
                columns[variable][row] = sample.value(variable, row);
            }
            target[row] = sample.targetValue(row);
            weights[row] = sample.weight(row);
        }
        return RowBlock.of(columns, target, weights, new int[0], new byte[0]);
    }

    /**
     * Evaluates what may be on the front and was not evaluated before, unless rows have groups: the sample is then of
     * one of them. Returns whether a tree that seemed exact is refuted.
     *
     * @param searched the node-rows of the search so far
     */
    boolean review(HallOfFame hall, Island[] islands, long searched) {
        if (!rows.groups().isEmpty()) {
            return false;
        }
        List<Entry> entries = entries(hall);
        BitSet known = new BitSet();
        for (int i = 0; i < entries.size(); i++) {
            known.set(i, isSound(entries.get(i)));
        }
        SampleCheck.Checked checked = check.of(
                entries.stream().map(Entry::expression).toList(),
                entries.stream().mapToInt(Entry::size).toArray(),
                known,
                searched - nodeRows);
        nodeRows += checked.nodeRows();
        hall.clear();
        boolean seemedExact = false;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (checked.refuted().get(i)) {
                seemedExact |= entry.loss <= suspect;
                refute(entry.tree, islands);
                continue;
            }
            hall.offer(entry.tree, entry.loss, entry.hash);
            if (checked.evaluated().get(i)) {
                sound.offer(entry.tree, entry.loss, entry.hash);
            }
        }
        hall.offerAll(sound);
        return seemedExact;
    }

    private static List<Entry> entries(HallOfFame hall) {
        List<Entry> entries = new ArrayList<>();
        for (int size = 1; size <= hall.maxSize(); size++) {
            for (int rank = 0; rank < hall.count(size); rank++) {
                Tree copy = new Tree(hall.capacity()).copyFrom(hall.tree(size, rank));
                entries.add(new Entry(copy, size, hall.loss(size, rank), hall.hash(size, rank)));
            }
        }
        return entries;
    }

    private boolean isSound(Entry entry) {
        for (int rank = 0; rank < sound.count(entry.size); rank++) {
            if (sound.hash(entry.size, rank) == entry.hash
                    && sound.tree(entry.size, rank).toExpression().equals(entry.expression())) {
                return true;
            }
        }
        return false;
    }

    /** Makes members that are the tree without its slope and intercept lose each tournament. */
    private static void refute(Tree tree, Island[] islands) {
        for (Island island : islands) {
            for (int member = 0; member < island.members.length; member++) {
                if (isScaled(tree, island.members[member])) {
                    island.costs[member] = Double.POSITIVE_INFINITY;
                }
            }
        }
    }

    /** Returns whether a tree is a part of it with a slope and an intercept, or the part itself. */
    private static boolean isScaled(Tree tree, Tree part) {
        for (int from = 0; from + part.size() <= tree.size(); from++) {
            if (startsWith(tree, from, part)
                    && onlyScales(tree, 0, from)
                    && onlyScales(tree, from + part.size(), tree.size())) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyScales(Tree tree, int from, int to) {
        return IntStream.range(from, to)
                .map(tree::opcode)
                .allMatch(opcode -> opcode == Opcode.CONSTANT || opcode == Opcode.ADD || opcode == Opcode.MUL);
    }

    private static boolean startsWith(Tree tree, int from, Tree part) {
        for (int node = 0; node < part.size(); node++) {
            if (tree.opcode(from + node) != part.opcode(node)
                    || tree.argument(from + node) != part.argument(node)
                    || Double.compare(tree.value(from + node), part.value(node)) != 0) {
                return false;
            }
        }
        return true;
    }

    AllRows rows() {
        return rows;
    }

    SampleCheck check() {
        return check;
    }

    /** The trees that all rows have confirmed. */
    HallOfFame sound() {
        return sound;
    }

    /** Forgets the losses of search rows that have changed. */
    void forget() {
        sound.clear();
    }

    void snapshot(StateWriter out) throws IOException {
        out.writeLong(nodeRows);
        out.writeHall(sound);
    }

    void restore(StateReader in) throws IOException {
        nodeRows = in.readLong();
        in.readHall(sound, options.operators().definitions());
    }
}
