package org.spolia.jobs.rows;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The columns of the rows that are read: variables, target and, if there is one, the weight.
 *
 * @param kinds how Spark stores each
 * @param variables the number of variables
 * @param seed the seed of the folds
 * @param folds the number of folds; 0 for none
 * @param groups the number of each group by its text, in a further column; empty if there are no groups
 */
record RowLayout(List<NumberKind> kinds, int variables, long seed, int folds, Map<UTF8String, Integer> groups)
        implements Serializable {
    RowLayout {
        kinds = List.copyOf(kinds);
        groups = Map.copyOf(groups);
    }

    boolean isWeighted() {
        return kinds.size() > variables + 1;
    }

    /** Returns the hash of the numbers of a row. */
    long hash(double[] row) {
        long hash = RowHash.start(seed);
        for (double number : row) {
            hash = RowHash.with(hash, number);
        }
        return hash;
    }
}
