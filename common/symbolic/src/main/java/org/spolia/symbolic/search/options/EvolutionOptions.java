package org.spolia.symbolic.search.options;

import java.io.Serializable;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.SchemaName;

/**
 * How populations evolve. Names, meanings and defaults are those of PySR 2.7.2. If its documentation and its code
 * differ, the documentation counts.
 */
@SchemaName("evolution-config")
public record EvolutionOptions(
        @Key("how often each mutation is tried, relative to the others")
        MutationWeights mutationWeights,

        @Key(
                value = "share of the events that exchange sub-trees of two parents instead of changing one parent",
                atLeast = 0,
                atMost = 1)
        double crossoverProbability,

        @Key(value = "members that compete to be a parent", atLeast = 1)
        int tournamentSelectionN,

        @Key(
                value = "probability that the best of these members wins, else the next best, and so on",
                above = 0,
                atMost = 1)
        double tournamentSelectionP,

        @Key(
                value = "share of a population that members of any population replace after an epoch; 0 for none",
                atLeast = 0,
                atMost = 1)
        double fractionReplaced,

        @Key(
                value = "share of a population that expressions of the front replace after an epoch; 0 for none",
                atLeast = 0,
                atMost = 1)
        double fractionReplacedHof,

        @Key(value = "best members of each population that can replace members of others", atLeast = 1)
        int topn,

        @Key(
                "whether a worse child is accepted only with a probability that falls within an epoch; all children are accepted otherwise")
        boolean annealing,

        @Key(value = "scale of this probability", above = 0) double alpha,

        @Key("whether children of a common complexity are accepted less often")
        boolean useFrequency,

        @Key("whether members of a common complexity win tournaments less often")
        boolean useFrequencyInTournament,

        @Key(value = "how strongly tournaments disfavour common complexities", atLeast = 0)
        double adaptiveParsimonyScaling,

        @Key(value = "how far a mutation can multiply a constant", atLeast = 0)
        double perturbationFactor,

        @Key(value = "probability that this mutation also changes the sign", atLeast = 0, atMost = 1)
        double probabilityNegateConstant,

        @Key(
                value =
                        "share of a population whose constants are fitted after an epoch, with 'evolution: plain'; otherwise the constants of every child are fitted",
                atLeast = 0,
                atMost = 1)
        double optimizeProbability,

        @Key(
                value =
                        "length of an epoch in cycles; a cycle is one evaluation for each tournament that a population can fill; 0 for epochs that grow from 50 to 2000 evaluations",
                atLeast = 0)
        int ncyclesPerIteration,

        @Key(
                value = "share of the search during which the largest complexity grows from 3 to max-size; 0 for none",
                atLeast = 0,
                atMost = 1)
        double warmupMaxsizeBy)
        implements Serializable {
    /** Values that suit most data. */
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

    /** The largest complexity of a child after this share of the search. */
    public int maxSize(int maxSize, double elapsed) {
        if (elapsed >= warmupMaxsizeBy) {
            return maxSize;
        }
        return SMALLEST_MAX_SIZE + (int) ((maxSize - SMALLEST_MAX_SIZE) * elapsed / warmupMaxsizeBy);
    }

    /** The evaluations of an epoch for each population, if its length is fixed. */
    public long evaluations(int populationSize) {
        int tournaments = (populationSize + tournamentSelectionN - 1) / tournamentSelectionN;
        return (long) ncyclesPerIteration * tournaments;
    }
}
