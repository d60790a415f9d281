package org.spolia.symbolic.search;

import java.util.function.BooleanSupplier;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.front.HallOfFame;

/**
 * The inputs of an island or a proposer during one epoch: the tools of its thread and the state that all islands shared
 * before.
 *
 * @param maxSize the greatest complexity of a child in this epoch
 * @param failures counts the steps that throw
 */
record Round(
        long seed,
        long epoch,
        Workspace workspace,
        Assessment assessment,
        Frequencies frequencies,
        HallOfFame known,
        double variance,
        int maxSize,
        BooleanSupplier stopped,
        Failures failures) {
    Randomness random() {
        return workspace.random;
    }
}
