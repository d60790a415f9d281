package org.spolia.symbolic.search.front;

import java.util.Arrays;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.options.SearchOptions;

/**
 * The best trees of each size (complexity): at most {@link #DEPTH} different skeletons per size, best first. Trees are
 * copied in, and allocated entries are reused.
 */
public final class HallOfFame {
    /** The number of trees kept for one size. */
    static final int DEPTH = 5;

    private final AdmissionRules admission;
    private final int maxSize;
    private final int capacity;
    private final Tree[][] trees;
    private final double[][] losses;
    private final long[][] hashes;
    private final int[] counts;

    public HallOfFame(SearchOptions options) {
        this.admission = new AdmissionRules(options);
        this.maxSize = options.maxSize();
        this.capacity = options.memberCapacity();
        this.trees = new Tree[maxSize + 1][DEPTH];
        this.losses = new double[maxSize + 1][DEPTH];
        this.hashes = new long[maxSize + 1][DEPTH];
        this.counts = new int[maxSize + 1];
    }

    public int maxSize() {
        return maxSize;
    }

    /** The most nodes of a tree. */
    public int capacity() {
        return capacity;
    }

    public void clear() {
        Arrays.fill(counts, 0);
    }

    public int count(int size) {
        return counts[size];
    }

    public Tree tree(int size, int rank) {
        return trees[size][rank];
    }

    public double loss(int size, int rank) {
        return losses[size][rank];
    }

    public long hash(int size, int rank) {
        return hashes[size][rank];
    }

    /** Returns whether a tree of this size and loss would be kept, regardless of its skeleton. */
    public boolean admits(int size, double loss) {
        return counts[size] < DEPTH ? loss < Double.POSITIVE_INFINITY : loss < losses[size][DEPTH - 1];
    }

    /** Copies the tree in if it is good enough. Of two trees with one skeleton, the better one stays. */
    public boolean offer(Tree tree, double loss, long hash) {
        int size = admission.complexity(tree);
        if (size > maxSize || !admits(size, loss) || !admission.obeys(tree) || !admission.isModel(tree)) {
            return false;
        }
        int same = indexOf(size, hash);
        if (same >= 0) {
            if (loss >= losses[size][same]) {
                return false;
            }
            put(size, same, tree, loss, hash);
            rise(size, same);
            return true;
        }
        int last = counts[size] < DEPTH ? counts[size]++ : DEPTH - 1;
        put(size, last, tree, loss, hash);
        rise(size, last);
        return true;
    }

    private int indexOf(int size, long hash) {
        for (int rank = 0; rank < counts[size]; rank++) {
            if (hashes[size][rank] == hash) {
                return rank;
            }
        }
        return -1;
    }

    private void put(int size, int rank, Tree tree, double loss, long hash) {
        Tree[] row = trees[size];
        if (row[rank] == null) {
            row[rank] = new Tree(capacity);
        }
        row[rank].copyFrom(tree);
        losses[size][rank] = loss;
        hashes[size][rank] = hash;
    }

    private void rise(int size, int rank) {
        double[] loss = losses[size];
        for (int at = rank; at > 0 && loss[at] < loss[at - 1]; at--) {
            swap(size, at, at - 1);
        }
    }

    private void swap(int size, int a, int b) {
        Tree tree = trees[size][a];
        trees[size][a] = trees[size][b];
        trees[size][b] = tree;
        double loss = losses[size][a];
        losses[size][a] = losses[size][b];
        losses[size][b] = loss;
        long hash = hashes[size][a];
        hashes[size][a] = hashes[size][b];
        hashes[size][b] = hash;
    }

    public void offerAll(HallOfFame other) {
        for (int size = 1; size <= maxSize; size++) {
            for (int rank = 0; rank < other.counts[size]; rank++) {
                offer(other.trees[size][rank], other.losses[size][rank], other.hashes[size][rank]);
            }
        }
    }

    /** Writes the least loss of all trees up to each size. */
    public void leastLosses(double[] least) {
        double best = Double.POSITIVE_INFINITY;
        for (int size = 0; size <= maxSize; size++) {
            if (counts[size] > 0) {
                best = Math.min(best, losses[size][0]);
            }
            least[size] = best;
        }
    }

    /** Returns the sizes whose best tree beats every smaller one. */
    public int[] front() {
        int[] front = new int[maxSize + 1];
        int count = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int size = 1; size <= maxSize; size++) {
            if (counts[size] > 0 && losses[size][0] < best) {
                best = losses[size][0];
                front[count++] = size;
            }
        }
        return Arrays.copyOf(front, count);
    }
}
