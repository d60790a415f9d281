package org.spolia.statistics.effect;

import java.util.List;

/**
 * A law that a search found.
 *
 * @param problem the id of the problem
 * @param run the id of the search
 * @param logTrain the decimal logarithm of the training error
 * @param logOod the decimal logarithm of the error out of distribution
 * @param costs the costs of the law by each measure, in the same order for every law
 */
public record FoundLaw(String problem, String run, double logTrain, double logOod, List<Double> costs) {
    public FoundLaw {
        costs = List.copyOf(costs);
        boolean finite = Double.isFinite(logTrain) && Double.isFinite(logOod);
        for (double cost : costs) {
            finite &= Double.isFinite(cost);
        }
        if (!finite) {
            throw new IllegalArgumentException("A law of problem '" + problem + "', run '" + run
                    + "' has a logarithm or a cost that is not finite; bound errors before taking logarithms");
        }
    }
}
