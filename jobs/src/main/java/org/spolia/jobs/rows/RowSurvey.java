package org.spolia.jobs.rows;

import java.io.Serializable;
import java.util.Arrays;
import org.spolia.symbolic.rows.RowBlock;

/** What one pass over the rows finds: what was left out, and a sketch of each stratum of the target. */
final class RowSurvey implements Serializable {
    private final RowLayout layout;
    private final double[] edges;
    private final RowSketch[] strata;
    private final LeftOut leftOut;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    /**
     * @param edges where the next stratum of the target begins, ascending
     * @param capacities the most rows of the sketch of each stratum
     */
    RowSurvey(RowLayout layout, double[] edges, int[] capacities) {
        this.layout = layout;
        this.edges = edges;
        this.strata = Arrays.stream(capacities).mapToObj(RowSketch::new).toArray(RowSketch[]::new);
        this.leftOut = new LeftOut(layout.kinds().size());
    }

    RowSurvey add(ReadBlock block) {
        leftOut.add(block.leftOut());
        RowBlock rows = block.rows();
        double[][] columns = columns(rows);
        double[] row = new double[columns.length];
        for (int i = 0; i < rows.rows(); i++) {
            for (int column = 0; column < columns.length; column++) {
                row[column] = columns[column][i];
            }
            double target = row[layout.variables()];
            least = Math.min(least, target);
            most = Math.max(most, target);
            strata[stratum(target)].add(layout.hash(row), row);
        }
        return this;
    }

    private double[][] columns(RowBlock rows) {
        int count = rows.rows();
        double[][] columns = new double[layout.kinds().size()][count];
        if (count == 0) {
            return columns;
        }
        for (int variable = 0; variable < layout.variables(); variable++) {
            rows.copyColumn(variable, 0, count, count, columns[variable]);
        }
        rows.copyTarget(0, count, count, columns[layout.variables()]);
        if (layout.isWeighted()) {
            rows.copyWeights(0, count, count, columns[layout.variables() + 1]);
        }
        return columns;
    }

    private int stratum(double target) {
        int place = Arrays.binarySearch(edges, target);
        return place < 0 ? -place - 1 : place + 1;
    }

    RowSurvey add(RowSurvey other) {
        leftOut.add(other.leftOut);
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
        for (int stratum = 0; stratum < strata.length; stratum++) {
            strata[stratum].add(other.strata[stratum]);
        }
        return this;
    }

    RowSketch[] strata() {
        return strata;
    }

    /** The rows that have a finite number in each column. */
    long rows() {
        return Arrays.stream(strata).mapToLong(RowSketch::rows).sum();
    }

    LeftOut leftOut() {
        return leftOut;
    }

    /** Whether the target varies. */
    boolean varies() {
        return least < most;
    }

    double least() {
        return least;
    }
}
