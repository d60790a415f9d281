package org.spolia.experiment.problem;

import java.util.Map;
import org.spolia.experiment.data.Split;

/**
 * The embeddings of one encoder with a target, by split.
 *
 * @param vectors a row for each sample; includes the training split
 * @param targets one for each row
 */
public record VectorRows(Map<Split, double[][]> vectors, Map<Split, double[]> targets) {
    public VectorRows {
        vectors = Map.copyOf(vectors);
        targets = Map.copyOf(targets);
        if (!vectors.containsKey(Split.TRAIN) || !vectors.keySet().equals(targets.keySet())) {
            throw new IllegalArgumentException(
                    "There are vectors of " + vectors.keySet() + " and targets of " + targets.keySet());
        }
    }
}
