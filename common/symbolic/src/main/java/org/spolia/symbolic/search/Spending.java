package org.spolia.symbolic.search;

import java.util.Arrays;

/** What the tasks of an epoch spent and looked at. */
final class Spending {
    private final long[] nodeRows;
    private final SearchCounts[] counts;

    Spending(int tasks) {
        nodeRows = new long[tasks];
        counts = new SearchCounts[tasks];
        Arrays.fill(counts, SearchCounts.NONE);
    }

    void record(int task, Assessment assessment) {
        nodeRows[task] = assessment.nodeRows();
        counts[task] = assessment.counts();
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
