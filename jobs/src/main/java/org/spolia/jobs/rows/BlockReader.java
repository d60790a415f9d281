package org.spolia.jobs.rows;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.spolia.symbolic.rows.RowBlock;

/** Gathers rows of Spark into blocks of columns. */
final class BlockReader implements Iterator<ReadBlock> {
    private static final int MOST_ROWS = 1 << 15;
    private static final int FEWEST_ROWS = 1 << 11;

    /** Small against the memory of a task, large against the cost of starting a block. */
    private static final int NUMBERS = 1 << 19;

    private final Iterator<InternalRow> rows;
    private final RowLayout layout;
    private final NumberKind[] kinds;
    private final int capacity;
    private final double[] row;

    BlockReader(Iterator<InternalRow> rows, RowLayout layout) {
        this.rows = rows;
        this.layout = layout;
        this.kinds = layout.kinds().toArray(NumberKind[]::new);
        this.capacity = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, NUMBERS / kinds.length));
        this.row = new double[kinds.length];
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public ReadBlock next() {
        if (!rows.hasNext()) {
            throw new NoSuchElementException("No block is left");
        }
        double[][] columns = new double[kinds.length][capacity];
        int[] groups = new int[layout.groups().isEmpty() ? 0 : capacity];
        byte[] folds = new byte[layout.folds() > 0 ? capacity : 0];
        LeftOut leftOut = new LeftOut(kinds.length);
        int kept = 0;
        while (kept < capacity && rows.hasNext()) {
            InternalRow next = rows.next();
            if (!read(next, leftOut)) {
                continue;
            }
            if (groups.length > 0) {
                Integer group =
                        next.isNullAt(row.length) ? null : layout.groups().get(next.getUTF8String(row.length));
                if (group == null) {
                    leftOut.ungrouped();
                    continue;
                }
                groups[kept] = group;
            }
            for (int column = 0; column < row.length; column++) {
                columns[column][kept] = row[column];
            }
            if (folds.length > 0) {
                folds[kept] = (byte) RowHash.part(layout.hash(row), layout.folds());
            }
            kept++;
        }
        leftOut.kept(kept);
        return new ReadBlock(block(columns, groups, folds, kept), leftOut);
    }

    /** Returns whether the row has a finite number in each column, and a positive weight. */
    private boolean read(InternalRow from, LeftOut leftOut) {
        boolean complete = true;
        for (int column = 0; column < row.length; column++) {
            double number = from.isNullAt(column) ? Double.NaN : kinds[column].read(from, column);
            if (Double.isFinite(number)) {
                // Both zeros are one number.
                row[column] = number + 0.0;
                continue;
            }
            complete = false;
            if (kinds[column] == NumberKind.LONG && !from.isNullAt(column)) {
                leftOut.inexact(column);
            } else {
                leftOut.missing(column);
            }
        }
        if (!complete) {
            leftOut.row();
            return false;
        }
        if (layout.isWeighted() && !(row[row.length - 1] > 0)) {
            leftOut.unweighted();
            return false;
        }
        return true;
    }

    private RowBlock block(double[][] columns, int[] groups, byte[] folds, int kept) {
        if (kept < capacity) {
            for (int column = 0; column < columns.length; column++) {
                columns[column] = Arrays.copyOf(columns[column], kept);
            }
        }
        int variables = layout.variables();
        return RowBlock.of(
                Arrays.copyOf(columns, variables),
                columns[variables],
                layout.isWeighted() ? columns[variables + 1] : new double[0],
                groups.length > kept ? Arrays.copyOf(groups, kept) : groups,
                folds.length > kept ? Arrays.copyOf(folds, kept) : folds);
    }
}
