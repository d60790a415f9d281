package org.spolia.symbolic.rows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sums of a pass over the rows of one group and fold, for each candidate of a generation. */
public final class CellSums {
    private final int group;
    private final int fold;
    private final long[] invalid;
    private final ExactSum[][] sums;
    final ExactSum weight = new ExactSum();
    final ExactSum target = new ExactSum();
    final ExactSum targetSquares = new ExactSum();
    private long rows;

    CellSums(int group, int fold, int[] counts) {
        this.group = group;
        this.fold = fold;
        this.invalid = new long[counts.length];
        this.sums = new ExactSum[counts.length][];
        for (int candidate = 0; candidate < counts.length; candidate++) {
            sums[candidate] = new ExactSum[counts[candidate]];
            for (int i = 0; i < counts[candidate]; i++) {
                sums[candidate][i] = new ExactSum();
            }
        }
    }

    public int group() {
        return group;
    }

    public int fold() {
        return fold;
    }

    /** The rows, including those that are invalid for a candidate. */
    public long rows() {
        return rows;
    }

    /** The rows in which a sum of the candidate would not be finite. They are in no sum of the candidate. */
    public long invalid(int candidate) {
        return invalid[candidate];
    }

    /** The sum of the weights of all rows. */
    public double weight() {
        return weight.value();
    }

    /** Σ w h over all rows, with h the target less the shift of the generation. */
    public double target() {
        return target.value();
    }

    /** Σ w h² over all rows. */
    public double targetSquares() {
        return targetSquares.value();
    }

    /** The number of sums of a candidate; {@link Demand} has their order. */
    public int count(int candidate) {
        return sums[candidate].length;
    }

    /** A sum of a candidate, rounded once. */
    public double value(int candidate, int sum) {
        return sums[candidate][sum].value();
    }

    /** The mean loss per weight, for demands whose first sum is the loss; positive infinity with an invalid row. */
    public double meanLoss(int candidate) {
        return invalid[candidate] > 0 ? Double.POSITIVE_INFINITY : value(candidate, 0) / weight();
    }

    /** The standard error of {@link #meanLoss}, for the demand {@link Demand#SPREAD}. */
    public double meanLossError(int candidate) {
        double mean = meanLoss(candidate);
        double each = rows / weight();
        double squares = value(candidate, 1) * each * each / rows;
        return Math.sqrt(Math.max(0, squares - mean * mean) / Math.max(1, rows - 1));
    }

    ExactSum sum(int candidate, int sum) {
        return sums[candidate][sum];
    }

    void addRows(long count) {
        rows += count;
    }

    void addInvalid(int candidate, long count) {
        invalid[candidate] += count;
    }

    void add(CellSums other) {
        rows += other.rows;
        weight.add(other.weight);
        target.add(other.target);
        targetSquares.add(other.targetSquares);
        for (int candidate = 0; candidate < sums.length; candidate++) {
            invalid[candidate] += other.invalid[candidate];
            for (int i = 0; i < sums[candidate].length; i++) {
                sums[candidate][i].add(other.sums[candidate][i]);
            }
        }
    }

    int[] counts() {
        return Arrays.stream(sums).mapToInt(each -> each.length).toArray();
    }

    /** The bytes, without the counts. */
    List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>();
        ByteBuffer head = ByteBuffer.allocate(2 * Integer.BYTES + (1 + invalid.length) * Long.BYTES);
        head.putInt(group).putInt(fold).putLong(rows);
        for (long count : invalid) {
            head.putLong(count);
        }
        parts.add(head.array());
        parts.add(weight.toBytes());
        parts.add(target.toBytes());
        parts.add(targetSquares.toBytes());
        for (ExactSum[] of : sums) {
            for (ExactSum sum : of) {
                parts.add(sum.toBytes());
            }
        }
        return parts;
    }

    static CellSums read(ByteBuffer bytes, int[] counts) {
        CellSums cell = new CellSums(bytes.getInt(), bytes.getInt(), counts);
        cell.rows = bytes.getLong();
        for (int candidate = 0; candidate < counts.length; candidate++) {
            cell.invalid[candidate] = bytes.getLong();
        }
        cell.weight.add(ExactSum.read(bytes));
        cell.target.add(ExactSum.read(bytes));
        cell.targetSquares.add(ExactSum.read(bytes));
        for (int candidate = 0; candidate < counts.length; candidate++) {
            for (int i = 0; i < counts[candidate]; i++) {
                cell.sums[candidate][i] = ExactSum.read(bytes);
            }
        }
        return cell;
    }
}
