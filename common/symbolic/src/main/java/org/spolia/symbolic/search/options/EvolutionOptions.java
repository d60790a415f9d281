package org.spolia.symbolic.search.options;

import org.spolia.symbolic.expression.Decimal;

/**
 * How populations evolve. Names, meanings and defaults are those of PySR 2.7.2; where its documentation and its code differ, of the
 * documentation.
 *
 * @param mutationWeights how often each mutation is tried
 * @param crossoverProbability the share of the events that exchange sub-trees of two parents in place of changing one
 * @param tournamentSelectionN the members that compete to be a parent
 * @param tournamentSelectionP the probability that the best of them is chosen, else the next, and so on
 * @param fractionReplaced the share of a population that members of any replace at the end of an epoch; 0 for none
 * @param fractionReplacedHof the share that expressions of the front replace; 0 for none
 * @param topn the best members of each population that may go to others
 * @param annealing whether a worse child is accepted with a probability that falls within an epoch; without it costs have no say
 * @param alpha the scale of that probability
 * @param useFrequency whether children of a complexity that is common already are accepted less often
 * @param useFrequencyInTournament whether they win tournaments less often
 * @param adaptiveParsimonyScaling how much less often
 * @param perturbationFactor how far a constant may be multiplied
 * @param probabilityNegateConstant how often its sign is changed on the way
 * @param optimizeProbability the share of a population whose constants are fitted at the end of an epoch, in plain evolution; otherwise those of
 *     every child are
 * @param ncyclesPerIteration the length of an epoch: a cycle is an evaluation for each tournament that a population has members for; 0 for
 *     epochs that grow from 50 evaluations to 2000
 * @param warmupMaxsizeBy the share of the search over which the greatest complexity grows from 3 to its value; 0 for none
 */
public record EvolutionOptions(
        MutationWeights mutationWeights,
        double crossoverProbability,
        int tournamentSelectionN,
        double tournamentSelectionP,
        double fractionReplaced,
        double fractionReplacedHof,
        int topn,
        boolean annealing,
        double alpha,
        boolean useFrequency,
        boolean useFrequencyInTournament,
        double adaptiveParsimonyScaling,
        double perturbationFactor,
        double probabilityNegateConstant,
        double optimizeProbability,
        int ncyclesPerIteration,
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

    public EvolutionOptions {
        requireShare("crossoverProbability", crossoverProbability);
        require(tournamentSelectionN >= 1, "tournamentSelectionN must be >= 1: " + tournamentSelectionN);
        require(
                tournamentSelectionP > 0 && tournamentSelectionP <= 1,
                "tournamentSelectionP must be above 0 and at most 1: " + Decimal.shortest(tournamentSelectionP));
        requireShare("fractionReplaced", fractionReplaced);
        requireShare("fractionReplacedHof", fractionReplacedHof);
        require(topn >= 1, "topn must be >= 1: " + topn);
        requireAmount("alpha", alpha);
        require(alpha > 0, "alpha must be > 0; leave annealing out where costs are to have no say");
        requireAmount("adaptiveParsimonyScaling", adaptiveParsimonyScaling);
        requireAmount("perturbationFactor", perturbationFactor);
        requireShare("probabilityNegateConstant", probabilityNegateConstant);
        requireShare("optimizeProbability", optimizeProbability);
        require(ncyclesPerIteration >= 0, "ncyclesPerIteration must be >= 0: " + ncyclesPerIteration);
        requireShare("warmupMaxsizeBy", warmupMaxsizeBy);
    }

    private static void requireShare(String name, double value) {
        require(value >= 0 && value <= 1, name + " must be from 0 to 1: " + Decimal.shortest(value));
    }

    private static void requireAmount(String name, double value) {
        require(value >= 0 && Double.isFinite(value), name + " must be >= 0 and finite: " + Decimal.shortest(value));
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

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
