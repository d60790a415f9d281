package org.spolia.symbolic.search;

import java.io.IOException;
import java.util.Arrays;
import org.spolia.symbolic.search.result.SearchCounts;
import org.spolia.symbolic.search.result.Strategy;

/** The cost and the counts of the tasks of an epoch. */
final class Spending {
    private final long[] nodeRows;
    private final SearchCounts[] counts;
    private final Failures[] failures;

    Spending(int tasks) {
        nodeRows = new long[tasks];
        counts = new SearchCounts[tasks];
        failures = new Failures[tasks];
        Arrays.fill(counts, SearchCounts.NONE);
        Arrays.setAll(failures, task -> Failures.ofTask());
    }

    /** Returns the counter for the failed steps of a task. */
    Failures failures(int task) {
        return failures[task];
    }

    /** Records a task that threw as a whole. */
    void fail(int task, Strategy strategy, Throwable failure, long nodeRows) {
        failures[task].add(strategy, failure);
        this.nodeRows[task] = nodeRows;
    }

    void record(int task, Assessment assessment) {
        nodeRows[task] = assessment.nodeRows();
        counts[task] = assessment.counts();
    }

    /** Writes what a task spent. */
    void write(int task, StateWriter out) throws IOException {
        out.writeLong(nodeRows[task]);
        out.writeLong(counts[task].expressions());
        out.writeLong(counts[task].nodes());
        out.writeLong(counts[task].repeats());
        failures[task].write(out);
    }

    void read(int task, StateReader in) throws IOException {
        nodeRows[task] = in.readLong();
        counts[task] = new SearchCounts(in.readLong(), in.readLong(), in.readLong());
        failures[task].read(in);
    }

    void addFailuresTo(Failures all) {
        for (Failures ofTask : failures) {
            all.take(ofTask);
        }
    }

    long nodeRows() {
        long sum = 0;
        for (long value : nodeRows) {
            sum += value;
        }
        return sum;
    }

    SearchCounts counts() {
        SearchCounts sum = SearchCounts.NONE;
        for (SearchCounts value : counts) {
            sum = sum.plus(value);
        }
        return sum;
    }
}
