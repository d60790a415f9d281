package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Starts;
import org.spolia.symbolic.library.scoring.CoordinateView;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/**
 * Looks for laws of two parts: sums, also inside a function, products, products with an offset, and products with free
 * powers of the coordinates; and for functions of one part. Grids of constants give the starting points, and fits of
 * the search do the rest. Immutable, so any number of threads may work.
 */
public final class PartSearch {
    private static final int MOST_PARTS = 4800;
    private static final int MOST_ONTO_BASE = 1800;
    private static final int FEWEST_PARTS = 100;
    private static final int FEWEST_STARTS = 64;
    private static final int PAIRS = 100;
    private static final int NESTED = 100;

    /** The nodes of a start, and the passes of its fit. */
    private static final long NODES = 12;

    private static final long PASSES = 30;
    private static final int STARTS_A_THOROUGH_ONE = 16;
    private static final int THOROUGH = 20;

    private final PairScan scan;
    private final NestedScan nested;
    private final LawParts law;
    private final long nestedBudget;
    private final long affordableStarts;

    private PartSearch(PairScan scan, NestedScan nested, LawParts law, long nestedBudget, long affordableStarts) {
        this.nestedBudget = nestedBudget;
        this.affordableStarts = affordableStarts;
        this.scan = scan;
        this.nested = nested;
        this.law = law;
    }

    /**
     * Creates a search over the coordinates of a view; empty if there are too few rows or the budget is too small.
     *
     * @param sample the rows to choose from
     * @param budget about the largest cost, in node-rows
     */
    public static Optional<PartSearch> of(
            CoordinateView view, Sample sample, OperatorVocabulary vocabulary, long budget) {
        return of(view, List.of(), Optional.empty(), sample, vocabulary, MOST_PARTS, budget);
    }

    /**
     * Creates a search for parts that are added to a law or multiply it.
     *
     * @param further coordinates of other views, which are arguments too
     */
    public static Optional<PartSearch> onto(
            Base base,
            CoordinateView view,
            List<Tree> further,
            Sample sample,
            OperatorVocabulary vocabulary,
            long budget) {
        return of(view, further, Optional.of(base), sample, vocabulary, MOST_ONTO_BASE, budget);
    }

    private static Optional<PartSearch> of(
            CoordinateView view,
            List<Tree> further,
            Optional<Base> base,
            Sample sample,
            OperatorVocabulary vocabulary,
            int most,
            long budget) {
        Optional<PartRows> chosen = PartRows.of(view, sample);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        PartRows rows = chosen.get();
        int affordable = (int) Math.min(most, PairScan.affordable(budget / 2, rows.count()));
        double[] standardised = rows.standard().apply(rows.target());
        Frame frame = base.map(law -> Frame.onto(standardised, rows.values(law.tree()), law.multiplied(), rows.count()))
                .orElseGet(() -> Frame.plain(standardised));
        long affordableStarts = budget / 4 / startCost(sample);
        if (affordable < FEWEST_PARTS || affordableStarts < FEWEST_STARTS || !frame.isSound(rows.count())) {
            return Optional.empty();
        }
        List<Argument> arguments = new ArrayList<>();
        for (Tree tree : further) {
            Argument argument = Argument.of(tree, rows.values(tree), Grid.SINGLE);
            if (tree.size() > 1 && argument.isSound()) {
                arguments.add(argument);
            }
        }
        arguments.addAll(Arguments.of(view, rows.coordinates(), vocabulary));
        PartTable table = PartTable.of(arguments, rows.count(), vocabulary, affordable);
        List<SumTarget> sums = frame.hasBase()
                ? List.of(new SumTarget(SumTarget.NONE, frame.target(), new Standard(0, 1)))
                : SumTarget.of(rows.target(), rows.count(), vocabulary);
        return Optional.of(new PartSearch(
                new PairScan(table, rows, frame, sums),
                new NestedScan(arguments, rows, vocabulary, frame, sums),
                new LawParts(view, vocabulary, table, rows, sums, base, frame),
                budget / 4,
                affordableStarts));
    }

    private static long startCost(Sample sample) {
        return NODES * PASSES * sample.rows();
    }

    /** A start after its first fit. */
    private record Fitted(Tree tree, double loss, Pair pair, PartWriter writer) {}

    /**
     * Does one of {@code parts} equal shares of the work. Returns the cost of the comparison in node-rows; the fits are
     * those of the search.
     */
    public long work(int part, int parts, Starts starts, BooleanSupplier stopped) {
        NestedScan.Found found = nested.scan(part, parts, nestedBudget / parts, stopped);
        int most = (int) Math.min(Integer.MAX_VALUE, Math.max(1, affordableStarts / parts));
        List<Fitted> fitted = new ArrayList<>();
        start(found.pairs(), law.with(found.table()), starts, Math.min(NESTED, most / 3), stopped, fitted);
        start(scan.scan(part, parts, PAIRS, stopped), law, starts, most / 2, stopped, fitted);
        fitted.sort(Comparator.comparingDouble(Fitted::loss));
        int thorough = Math.min(Math.min(THOROUGH, most / STARTS_A_THOROUGH_ONE), fitted.size());
        for (int rank = 0; rank < thorough && !stopped.getAsBoolean(); rank++) {
            Fitted best = fitted.get(rank);
            starts.start(best.tree, true);
            Tree whole = ExpressionBuilder.newTree();
            if (best.pair.kind() == Pair.Kind.SUM && best.writer.writeWhole(best.pair, whole)) {
                starts.start(whole, true);
            }
        }
        return scan.nodeRows() / parts + found.nodeRows();
    }

    private static void start(
            List<Pair> pairs, LawParts law, Starts starts, int most, BooleanSupplier stopped, List<Fitted> fitted) {
        PartWriter writer = new PartWriter(law, starts.scales());
        for (Pair pair : pairs.subList(0, Math.min(most, pairs.size()))) {
            if (stopped.getAsBoolean()) {
                break;
            }
            Tree tree = ExpressionBuilder.newTree();
            if (writer.write(pair, tree)) {
                fitted.add(new Fitted(tree, starts.start(tree, false), pair, writer));
            }
            Tree halves = ExpressionBuilder.newTree();
            if (writer.writeHalves(pair, halves)) {
                fitted.add(new Fitted(halves, starts.start(halves, false), pair, writer));
            }
        }
    }
}
