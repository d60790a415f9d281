package org.spolia.statistics.baseline;

import java.util.Arrays;

/**
 * A binary tree of splits at thresholds of single variables, each the one that lowers the squared error most (Breiman,
 * Friedman, Olshen and Stone, Classification and Regression Trees, 1984, chapter 8). Of equal splits, the first
 * variable and the lowest threshold are taken. The tree is complete: the children of node i are 2i + 1 and 2i + 2; a
 * node without a split has the variable -1.
 */
final class RegressionTree {
    private static final int DEPTH = 3;
    private static final int NODES = (1 << (DEPTH + 1)) - 1;

    private final int[] variable = new int[NODES];
    private final double[] threshold = new double[NODES];
    private final double[] mean = new double[NODES];
    private final double[] gain = new double[NODES];

    private RegressionTree() {
        Arrays.fill(variable, -1);
    }

    /**
     * Fits a tree.
     *
     * @param ascending for each column its rows in the order of their values
     */
    static RegressionTree fit(double[][] columns, int[][] ascending, double[] target) {
        RegressionTree tree = new RegressionTree();
        tree.grow(0, columns, ascending, target);
        return tree;
    }

    double value(double[][] columns, int row) {
        int node = 0;
        while (variable[node] >= 0) {
            node = 2 * node + (columns[variable[node]][row] <= threshold[node] ? 1 : 2);
        }
        return mean[node];
    }

    /** Adds the squared error that each split removes to that of its variable. */
    void addGains(double[] gains) {
        for (int node = 0; node < NODES; node++) {
            if (variable[node] >= 0) {
                gains[variable[node]] += gain[node];
            }
        }
    }

    private void grow(int node, double[][] columns, int[][] ascending, double[] target) {
        int[] rows = ascending[0];
        double sum = 0;
        for (int row : rows) {
            sum += target[row];
        }
        mean[node] = sum / rows.length;
        if (2 * node + 2 < NODES) {
            split(node, columns, ascending, target, sum);
        }
        if (variable[node] < 0) {
            return;
        }
        double[] column = columns[variable[node]];
        for (int side = 1; side <= 2; side++) {
            boolean below = side == 1;
            int[][] kept = Arrays.stream(ascending)
                    .map(order -> Arrays.stream(order)
                            .filter(row -> (column[row] <= threshold[node]) == below)
                            .toArray())
                    .toArray(int[][]::new);
            grow(2 * node + side, columns, kept, target);
        }
    }

    /** A split into l and r rows with means a and b lowers the squared error by l r / (l + r) · (a - b)². */
    private void split(int node, double[][] columns, int[][] ascending, double[] target, double sum) {
        double most = 0;
        for (int candidate = 0; candidate < columns.length; candidate++) {
            double[] column = columns[candidate];
            int[] order = ascending[candidate];
            double left = 0;
            for (int count = 1; count < order.length; count++) {
                int last = order[count - 1];
                left += target[last];
                double low = column[last];
                double high = column[order[count]];
                if (low == high) {
                    continue;
                }
                int others = order.length - count;
                double difference = left / count - (sum - left) / others;
                double saved = (double) count * others / order.length * difference * difference;
                if (saved > most) {
                    most = saved;
                    gain[node] = saved;
                    variable[node] = candidate;
                    threshold[node] = between(low, high);
                }
            }
        }
    }

    /** Returns the middle, unless rounding gives the upper value, which belongs to the other side. */
    private static double between(double low, double high) {
        double middle = low / 2 + high / 2;
        return middle < high ? Math.max(low, middle) : low;
    }
}
