package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.spolia.symbolic.library.scoring.Moments;
import org.spolia.symbolic.library.scoring.TiledMatrix;

/**
 * Compares all pairs of parts with the target. Of each pair of families only the best pair is kept for each form of a
 * law. All sums are over rows in a fixed order, so they do not depend on the machine. The tables are immutable, so any
 * number of threads may scan.
 */
final class PairScan {
    /** The passes over the table for one part. */
    static final int PASSES = 7;

    private static final float LEAST = 0.3f;
    private static final float DEPENDENT = 1e-4f;

    private final PartTable table;
    private final int rows;
    private final int count;
    private final Frame frame;
    private final double mean;
    private final List<SumTarget> sums;
    private final Moments kernel = Moments.preferred();
    private final PartStatistics statistics;

    PairScan(PartTable table, PartRows data, Frame frame, List<SumTarget> sums) {
        this.table = table;
        this.rows = table.rows();
        this.count = table.count();
        this.frame = frame;
        this.mean = data.standard().mean() / data.standard().deviation();
        this.sums = sums;
        this.statistics = new PartStatistics(table, data, frame, sums);
    }

    /** The buffers of one scan and its results. */
    private final class Scan {
        final float[][] moments =
                new float[Moments.COUNT][statistics.entries.values().tiles() * TiledMatrix.TILE];
        final float[] gram = moments[Moments.CENTRED];
        final float[] products = moments[Moments.PRODUCTS];
        final float[] targetProducts = moments[Moments.TARGET_PRODUCTS];
        final float[] firstSquares = moments[Moments.SQUARE_PRODUCTS];
        final float[] secondSquares = moments[Moments.PRODUCTS_WITH_SQUARES];
        final float[] bothSquares = moments[Moments.SQUARES];
        final float[] logarithmProducts = moments[Moments.LOGARITHMS];
        final Moments.Entry entry = Moments.Entry.ofRows(rows);
        final int kinds = sums.size() + Pair.Kind.values().length - 1;
        final float[][] best = new float[kinds][table.families()];
        final int[][] bestFirst = new int[kinds][table.families()];
        final int[][] bestSecond = new int[kinds][table.families()];
        final List<List<Pair>> found = new ArrayList<>();

        Scan() {
            for (int kind = 0; kind < kinds; kind++) {
                found.add(new ArrayList<>());
            }
        }

        void family(int family, BooleanSupplier stopped) {
            single(family);
            for (float[] scores : best) {
                Arrays.fill(scores, LEAST);
            }
            int from = table.first(family);
            for (int part = from; part < table.first(family + 1) && !stopped.getAsBoolean(); part++) {
                sum(part, from);
                score(part, family);
            }
            for (int kind = 0; kind < kinds; kind++) {
                for (int other = family; other < table.families(); other++) {
                    if (best[kind][other] > LEAST) {
                        found.get(kind)
                                .add(new Pair(
                                        kind(kind),
                                        kind < sums.size() ? kind : 0,
                                        bestFirst[kind][other],
                                        bestSecond[kind][other],
                                        best[kind][other]));
                    }
                }
            }
        }

        private void single(int family) {
            float most = LEAST;
            int chosen = Pair.NONE;
            for (int part = table.first(family); part < table.first(family + 1); part++) {
                float share = frame.hasBase()
                        ? statistics.along[0][part] * statistics.along[0][part]
                        : 1
                                - (statistics.logarithmLeft
                                        + statistics.logarithmSquares[part]
                                        - 2 * statistics.logarithmAlong[part]);
                if (share > most) {
                    most = share;
                    chosen = part;
                }
            }
            if (chosen != Pair.NONE) {
                Pair.Kind kind = frame.hasBase() ? Pair.Kind.SUM : Pair.Kind.TIMES;
                found.get(frame.hasBase() ? 0 : kinds - 1).add(new Pair(kind, 0, chosen, Pair.NONE, most));
            }
        }

        private Pair.Kind kind(int index) {
            return index < sums.size() ? Pair.Kind.SUM : Pair.Kind.values()[index - sums.size() + 1];
        }

        private void sum(int part, int from) {
            double[] values = table.values(part);
            for (int row = 0; row < rows; row++) {
                double weight = frame.weights()[row];
                double value = weight * weight * values[row];
                entry.value()[row] = (float) value;
                entry.square()[row] = (float) (value * values[row]);
                entry.targetProduct()[row] = (float) (weight * values[row] * frame.target()[row]);
                entry.centred()[row] = (float) statistics.centred[part][row];
                entry.logarithm()[row] = (float) statistics.logarithms[part][row];
            }
            kernel.of(statistics.entries, entry, from / TiledMatrix.TILE, moments);
        }

        private void score(int part, int family) {
            float scale = 1f / rows;
            float average = (float) mean;
            float firstDot = statistics.times[part] + average * statistics.means[part];
            float whole = 1 + average * average;
            for (int other = family; other < table.families(); other++) {
                for (int second = Math.max(part + 1, table.first(other)); second < table.first(other + 1); second++) {
                    float dot = gram[second] * scale;
                    float left = 1 - dot * dot;
                    if (left > DEPENDENT) {
                        for (int index = 0; index < statistics.along.length; index++) {
                            float p = statistics.along[index][part];
                            float q = statistics.along[index][second];
                            keep(index, other, part, second, (p * p + q * q - 2 * dot * p * q) / left);
                        }
                    }
                    int kind = statistics.along.length;
                    float mixed = products[second] * scale;
                    float both = bothSquares[second] * scale;
                    float alongTarget = targetProducts[second] * scale;
                    float variance = both - mixed * mixed;
                    if (variance > DEPENDENT * both) {
                        keep(kind, other, part, second, alongTarget * alongTarget / variance);
                    }
                    if (frame.hasBase()) {
                        continue;
                    }
                    float bothDot = alongTarget + average * mixed;
                    float secondDot = statistics.times[second] + average * statistics.means[second];
                    keep(
                            kind + 1,
                            other,
                            part,
                            second,
                            1 - whole + explained(1, secondSquares[second] * scale, both, secondDot, bothDot));
                    keep(
                            kind + 2,
                            other,
                            part,
                            second,
                            1 - whole + explained(1, firstSquares[second] * scale, both, firstDot, bothDot));
                    float apart = statistics.logarithmSquares[part]
                            + statistics.logarithmSquares[second]
                            + statistics.logarithmLeft
                            - 2 * statistics.logarithmAlong[part];
                    float joint = 2 * (logarithmProducts[second] * scale - statistics.logarithmAlong[second]);
                    keep(kind + 3, other, part, second, 1 - apart - joint);
                }
            }
        }

        /** The share that two columns explain, from their products with each other and with the target. */
        private float explained(float aa, float ab, float bb, float at, float bt) {
            float determinant = aa * bb - ab * ab;
            if (!(determinant > DEPENDENT * aa * bb)) {
                return Float.NEGATIVE_INFINITY;
            }
            return (at * at * bb - 2 * at * bt * ab + bt * bt * aa) / determinant;
        }

        private void keep(int kind, int family, int first, int second, float share) {
            if (share > best[kind][family]) {
                best[kind][family] = share;
                bestFirst[kind][family] = first;
                bestSecond[kind][family] = second;
            }
        }
    }

    /** Scans the families {@code part}, {@code part + parts}, … Returns the best pairs of each form, best first. */
    List<Pair> scan(int part, int parts, int most, BooleanSupplier stopped) {
        Scan scan = new Scan();
        for (int family = part; family < table.families() && !stopped.getAsBoolean(); family += parts) {
            scan.family(family, stopped);
        }
        List<Pair> best = new ArrayList<>();
        for (List<Pair> found : scan.found) {
            found.stream()
                    .sorted(Comparator.comparingDouble(pair -> -pair.share()))
                    .limit(most)
                    .forEach(best::add);
        }
        best.sort(Comparator.comparingDouble(pair -> -pair.share()));
        return best;
    }

    /**
     * The cost of all scans in node-rows. As in a library, {@link TiledMatrix#TILE} adjacent entries count as one node.
     */
    long nodeRows() {
        return cost(count, rows);
    }

    /** The number of parts whose comparison costs no more than a budget. */
    static double affordable(long budget, int rows) {
        return Math.sqrt(2.0 * budget * TiledMatrix.TILE / ((double) PASSES * rows));
    }

    private static long cost(long parts, int rows) {
        return parts * parts / 2 * PASSES * rows / TiledMatrix.TILE;
    }
}
