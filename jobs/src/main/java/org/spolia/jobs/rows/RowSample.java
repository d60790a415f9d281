package org.spolia.jobs.rows;

import java.util.List;
import java.util.Optional;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.data.NumericTable;
import org.spolia.symbolic.key.Names;

/** Rows of a larger table, sorted by their numbers, column by column. */
public final class RowSample implements NumericTable {
    private final String place;
    private final List<String> columns;
    private final List<double[]> rows;
    private final long all;
    private final Optional<String> leftOut;

    RowSample(String place, List<String> columns, List<double[]> rows, long all, Optional<String> leftOut) {
        this.place = place;
        this.columns = columns;
        this.rows = rows;
        this.all = all;
        this.leftOut = leftOut;
    }

    /** The rows of the table that have a finite number in each column. */
    public long all() {
        return all;
    }

    /** The rows that were left out of the table, in words, if there are any. */
    public Optional<String> leftOut() {
        return leftOut;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public double[][] read(List<String> names) {
        double[][] read = new double[names.size()][rows.size()];
        for (int column = 0; column < read.length; column++) {
            int from = columns.indexOf(names.get(column));
            if (from < 0) {
                throw new ExperimentException(place + ": no column " + Names.quote(names.get(column)) + "; "
                        + Suggestion.instead(names.get(column), columns));
            }
            for (int row = 0; row < rows.size(); row++) {
                read[column][row] = rows.get(row)[from];
            }
        }
        return read;
    }

    @Override
    public List<String> texts(String name) {
        throw new ExperimentException(place + ": column '" + name
                + "': categories are read from delimited files only; write the rows to one, or leave out --category");
    }
}
