package org.spolia.symbolic.search.options;

import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.SchemaName;

/**
 * How populations evolve. Names, meanings and defaults are those of PySR 2.7.2; where its documentation and its code differ, of the
 * documentation.
 */
@SchemaName("evolution-config")
public record EvolutionOptions(
        @Key("how often each mutation is tried, relative to the others")
        MutationWeights mutationWeights,

        @Key(
                value = "share of the events that exchange sub-trees of two parents in place of changing one",
                atLeast = 0,
                atMost = 1)
        double crossoverProbability,

        @Key(value = "members that compete to be a parent", atLeast = 1)
        int tournamentSelectionN,

        @Key(value = "probability that the best of them is chosen, else the next, and so on", above = 0, atMost = 1)
        double tournamentSelectionP,

        @Key(
                value =
                        "share of a population that members of any population replace at the end of an epoch; 0 for none",
                atLeast = 0,
                atMost = 1)
        double fractionReplaced,

        @Key(
                value =
                        "share of a population that expressions of the front replace at the end of an epoch; 0 for none",
                atLeast = 0,
                atMost = 1)
        double fractionReplacedHof,

        @Key(value = "best members of each population that may go to others", atLeast = 1)
        int topn,

        @Key(
                "whether a worse child is accepted with a probability that falls within an epoch; without it costs have no say in what is accepted")
        boolean annealing,

        @Key(value = "scale of that probability", above = 0) double alpha,

        @Key("whether children of a complexity that is common already are accepted less often")
        boolean useFrequency,

        @Key("whether members of a complexity that is common already win tournaments less often")
        boolean useFrequencyInTournament,

        @Key(value = "how much less often they win them", atLeast = 0)
        double adaptiveParsimonyScaling,

        @Key(value = "how far a constant may be multiplied", atLeast = 0)
        double perturbationFactor,

        @Key(value = "how often its sign is changed on the way", atLeast = 0, atMost = 1)
        double probabilityNegateConstant,

        @Key(
                value =
                        "share of a population whose constants are fitted at the end of an epoch, with 'evolution: plain'; otherwise those of every child are",
                atLeast = 0,
                atMost = 1)
        double optimizeProbability,

        @Key(
                value =
                        "length of an epoch: a cycle is an evaluation for each tournament that a population has members for; 0 for epochs that grow from 50 evaluations to 2000",
                atLeast = 0)
        int ncyclesPerIteration,

        @Key(
                value = "share of the search over which the greatest complexity grows from 3 to max-size; 0 for none",
                atLeast = 0,
                atMost = 1)
        double warmupMaxsizeBy) {
    /** What suits most data. */
    public static final EvolutionOptions DEFAULT = new EvolutionOptions(
            MutationWeights.DEFAULT,
            0.2,
            15,
            0.982,
            0.00036,
            0.0614,
            12,
            true,
            3.17,
            true,
            true,
            1040,
            0.129,
            0.00743,
            0.14,
            0,
            0);

    private static final int SMALLEST_MAX_SIZE = 3;

    /** The greatest complexity of a child after this share of the search. */
    public int maxSize(int maxSize, double elapsed) {
        if (elapsed >= warmupMaxsizeBy) {
            return maxSize;
        }
        return SMALLEST_MAX_SIZE + (int) ((maxSize - SMALLEST_MAX_SIZE) * elapsed / warmupMaxsizeBy);
    }

    /** The evaluations that an epoch has for each population, if its length is fixed. */
    public long evaluations(int populationSize) {
        int tournaments = (populationSize + tournamentSelectionN - 1) / tournamentSelectionN;
        return (long) ncyclesPerIteration * tournaments;
    }
}
