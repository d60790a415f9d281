package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.library.scoring.TiledMatrix;

/**
 * Compares functions of parts, such as {@code cos(exp(-a x)/b)}, and of weighted sums of two coordinates with the
 * target: alone, inside a function, and times powers of the coordinates.
 */
final class NestedScan {
    private static final int ROWS = 56;
    private static final int MOST = 100;
    private static final int ROW_PASSES = 12;
    private static final double LARGEST_EXPONENT = 1;
    private static final double LEAST = 0.3;
    private static final List<PartFunction> OUTER = List.of(
            PartFunction.EXPONENTIAL,
            PartFunction.SATURATION,
            PartFunction.SINE,
            PartFunction.COSINE,
            PartFunction.TANH,
            PartFunction.LOGARITHM,
            PartFunction.SHIFTED);

    private final InnerParts inner;
    private final int allRows;
    private final int rows;
    private final OperatorVocabulary vocabulary;
    private final SinglePart single;

    /** A function of an inner part that explains a share of the target. */
    private record Hit(Part part, int form, double share) {}

    /** Parts with the pairs that they form; a pair has one part here. */
    record Found(PartTable table, List<Pair> pairs, long nodeRows) {}

    NestedScan(
            List<Argument> arguments, PartRows data, OperatorVocabulary vocabulary, Frame frame, List<SumTarget> sums) {
        this.inner = new InnerParts(arguments, vocabulary);
        this.allRows = data.count();
        this.rows = Math.min(ROWS, allRows);
        this.vocabulary = vocabulary;
        this.single = new SinglePart(data, rows, frame, sums);
    }

    /** Scans one of {@code parts} equal shares, up to a cost in node-rows, and returns the best parts. */
    Found scan(int part, int parts, long budget, BooleanSupplier stopped) {
        long affordable = budget * TiledMatrix.TILE / ((long) rows * ROW_PASSES);
        List<Hit> hits = new ArrayList<>();
        ExpressionBuilder builder = new ExpressionBuilder(vocabulary);
        long scanned = 0;
        for (int family = part; family < inner.families(); family += parts) {
            List<Argument> arguments = inner.family(family, builder);
            for (PartFunction outer : OUTER) {
                if (outer.isExpressible(vocabulary) && scanned < affordable) {
                    scanned += scan(arguments, outer, hits, stopped);
                }
            }
        }
        PartTable table = new PartTable(allRows);
        List<Pair> pairs = new ArrayList<>();
        hits.sort(Comparator.comparingDouble(hit -> -hit.share));
        for (Hit hit : hits.subList(0, Math.min(MOST, hits.size()))) {
            if (table.add(hit.part, builder, vocabulary, true)) {
                boolean sum = single.isSum(hit.form);
                Pair.Kind kind = sum ? Pair.Kind.SUM : Pair.Kind.TIMES;
                pairs.add(new Pair(kind, sum ? hit.form : 0, table.count() - 1, Pair.NONE, (float) hit.share));
            }
        }
        return new Found(table, pairs, scanned * rows * ROW_PASSES / TiledMatrix.TILE);
    }

    /** The best constants for each form of a law. Returns the number of functions compared. */
    private long scan(List<Argument> arguments, PartFunction outer, List<Hit> hits, BooleanSupplier stopped) {
        Hit[] best = new Hit[single.forms()];
        double[] column = new double[Columns.padded(rows)];
        double[] weighted = new double[column.length];
        long count = 0;
        for (Argument argument : arguments) {
            double[] values = Arrays.copyOf(argument.values(), column.length);
            for (double[] constants : outer.grid(argument)) {
                boolean steep = outer == PartFunction.SHIFTED && Math.abs(constants[1]) > LARGEST_EXPONENT;
                if (steep || stopped.getAsBoolean()) {
                    continue;
                }
                count++;
                outer.values(values, constants[0], constants[1], column);
                if (!Double.isFinite(PartTable.standardise(column, rows)) || !single.weigh(column, weighted)) {
                    continue;
                }
                for (int form = 0; form < best.length; form++) {
                    double share = single.share(form, column, weighted);
                    if (share > (best[form] == null ? LEAST : best[form].share)) {
                        best[form] = new Hit(new Part(outer, argument, constants[0], constants[1]), form, share);
                    }
                }
            }
        }
        for (Hit hit : best) {
            if (hit != null) {
                hits.add(hit);
            }
        }
        return count;
    }
}
