package org.spolia.statistics.effect;

import java.util.List;

/**
 * Counts pairs of laws in which one extrapolates better, and for each measure how often that one costs less. It counts
 * in halves, so that the order of the pairs does not matter.
 */
final class PairTally {
    private final long[] halves;
    private long pairs;

    PairTally(int measures) {
        this.halves = new long[measures];
    }

    long pairs() {
        return pairs;
    }

    /** The share of the pairs in which the better law costs less, with one half for equal costs. */
    double area(int measure) {
        return halves[measure] / (2.0 * pairs);
    }

    /** Adds the pairs of the laws of one search. */
    void addRun(List<FoundLaw> run) {
        for (FoundLaw better : run) {
            for (FoundLaw worse : run) {
                if (better.logOod() < worse.logOod() - CostAuc.DIFFERENT
                        && Math.abs(better.logTrain() - worse.logTrain()) < CostAuc.MATCHED) {
                    add(better.costs(), worse.costs());
                }
            }
        }
    }

    private void add(List<Double> better, List<Double> worse) {
        pairs++;
        for (int measure = 0; measure < halves.length; measure++) {
            halves[measure] += 1 + Integer.signum(Double.compare(worse.get(measure), better.get(measure)));
        }
    }
}
