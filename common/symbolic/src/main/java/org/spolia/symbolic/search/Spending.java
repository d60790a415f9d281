package org.spolia.symbolic.search;

/** What the tasks of an epoch spent, added up in the order of their numbers. */
final class Spending {
    private final long[] nodeRows;
    private final long[] expressions;

    Spending(int tasks) {
        nodeRows = new long[tasks];
        expressions = new long[tasks];
    }

    void record(int task, Assessment assessment) {
        nodeRows[task] = assessment.nodeRows();
        expressions[task] = assessment.evaluated();
    }

    long nodeRows() {
        return sum(nodeRows);
    }

    long expressions() {
        return sum(expressions);
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
