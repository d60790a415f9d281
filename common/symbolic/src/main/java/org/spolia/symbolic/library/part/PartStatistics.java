package org.spolia.symbolic.library.part;

import java.util.List;
import org.spolia.symbolic.library.scoring.Moments;
import org.spolia.symbolic.library.scoring.TiledMatrix;

/**
 * What a scan needs of each part alone: its columns, and its products with the targets. All are means over the rows.
 * Immutable after construction.
 */
final class PartStatistics {
    final Moments.Entries entries;
    final double[][] centred;
    final double[][] logarithms;

    /** The mean of each part, weighted. */
    final float[] means;

    /** The correlation of each part with each target of a sum. */
    final float[][] along;

    /** The mean product of each part with the target. */
    final float[] times;

    final float[] logarithmAlong;
    final float[] logarithmSquares;

    /** The mean square of the logarithm of the target, as far as powers of the coordinates do not explain it. */
    final float logarithmLeft;

    private final PartTable table;
    private final int rows;
    private final Frame frame;
    private final List<SumTarget> sums;

    PartStatistics(PartTable table, PartRows data, Frame frame, List<SumTarget> sums) {
        int count = table.count();
        this.table = table;
        this.rows = table.rows();
        this.frame = frame;
        this.sums = sums;
        this.entries = new Moments.Entries(
                new TiledMatrix(count, rows), new TiledMatrix(count, rows), new TiledMatrix(count, rows));
        this.centred = new double[count][rows];
        this.logarithms = new double[count][];
        this.means = new float[count];
        this.along = new float[sums.size()][count];
        this.times = new float[count];
        this.logarithmAlong = new float[count];
        this.logarithmSquares = new float[count];
        LogarithmicTarget logarithmic =
                new LogarithmicTarget(data.target(), data.standard().deviation(), data.coordinates(), rows);
        double[] logarithm = logarithmic.of(data.target());
        this.logarithmLeft = (float) mean(logarithm, logarithm);
        for (int part = 0; part < count; part++) {
            fill(part, logarithmic.of(table.values(part)), logarithm);
        }
    }

    private void fill(int part, double[] logarithmValues, double[] logarithm) {
        double[] values = table.values(part);
        double[] weights = frame.weights();
        double[] weighted = new double[rows];
        for (int row = 0; row < rows; row++) {
            weighted[row] = weights[row] * values[row];
        }
        double average = mean(weighted, weights);
        double deviation = Math.sqrt(Math.max(1e-300, mean(weighted, weighted) - average * average));
        for (int row = 0; row < rows; row++) {
            centred[part][row] = weights[row] * (values[row] - average) / deviation;
        }
        logarithms[part] = logarithmValues;
        means[part] = (float) average;
        times[part] = (float) mean(weighted, frame.target());
        logarithmSquares[part] = (float) mean(logarithmValues, logarithmValues);
        logarithmAlong[part] = (float) mean(logarithmValues, logarithm);
        for (int index = 0; index < along.length; index++) {
            along[index][part] = (float) mean(centred[part], sums.get(index).values());
        }
        entries.values().set(part, values, 0, 1, rows);
        entries.centred().set(part, centred[part], 0, 1, rows);
        entries.logarithms().set(part, logarithmValues, 0, 1, rows);
    }

    private double mean(double[] a, double[] b) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += a[row] * b[row];
        }
        return sum / rows;
    }
}
