package org.spolia.jobs.rows;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts of rows that were read, and of those that were left out, by column. */
final class LeftOut implements Serializable {
    private final long[] missing;
    private final long[] inexact;
    private long kept;
    private long rows;
    private long unweighted;
    private long ungrouped;

    LeftOut(int columns) {
        this.missing = new long[columns];
        this.inexact = new long[columns];
    }

    /** Counts rows with a finite number in each column. */
    void kept(int count) {
        kept += count;
    }

    /** Counts a row that is left out. */
    void row() {
        rows++;
    }

    /** Counts a number that is missing or not finite. */
    void missing(int column) {
        missing[column]++;
    }

    /** Counts a whole number with more digits than a double has. */
    void inexact(int column) {
        inexact[column]++;
    }

    /** Counts a row whose weight is not positive. */
    void unweighted() {
        unweighted++;
    }

    /** Counts a row without a group. */
    void ungrouped() {
        ungrouped++;
        rows++;
    }

    void add(LeftOut other) {
        ungrouped += other.ungrouped;
        kept += other.kept;
        unweighted += other.unweighted;
        rows += other.rows;
        for (int column = 0; column < missing.length; column++) {
            missing[column] += other.missing[column];
            inexact[column] += other.inexact[column];
        }
    }

    /** The whole numbers of a column with more digits than a double has. */
    long inexactIn(int column) {
        return inexact[column];
    }

    /** The rows whose weight is not positive. */
    long rowsWithoutWeight() {
        return unweighted;
    }

    /** The rows with a finite number in each column. */
    long rowsKept() {
        return kept;
    }

    /** Returns the counts in words, if there are any. */
    Optional<String> text(List<String> columns) {
        if (rows == 0) {
            return Optional.empty();
        }
        Stream<String> numbers = IntStream.range(0, missing.length)
                .filter(column -> missing[column] > 0)
                .mapToObj(column -> "'" + columns.get(column) + "' (" + missing[column] + ")");
        Stream<String> group = ungrouped > 0 ? Stream.of("or without a group (" + ungrouped + ")") : Stream.of();
        return Optional.of(Stream.concat(numbers, group)
                .collect(Collectors.joining(
                        ", ",
                        rows + (rows == 1 ? " row is" : " rows are") + " left out, without a finite number in ",
                        "")));
    }
}
