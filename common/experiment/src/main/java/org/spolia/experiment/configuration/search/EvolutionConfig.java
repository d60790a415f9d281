package org.spolia.experiment.configuration.search;

import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.search.options.EvolutionOptions;

/** How populations evolve. Names and defaults are those of PySR. */
public record EvolutionConfig(
        @Key("how often each mutation is tried, relative to the others")
        MutationWeightsConfig mutationWeights,

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
                value = "share of a population that members of any replace at the end of an epoch; 0 for none",
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

        @Key(value = "how much less often", atLeast = 0) double adaptiveParsimonyScaling,

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
    public static EvolutionConfig defaults() {
        return of(EvolutionOptions.DEFAULT);
    }

    static EvolutionConfig of(EvolutionOptions options) {
        return new EvolutionConfig(
                MutationWeightsConfig.of(options.mutationWeights()),
                options.crossoverProbability(),
                options.tournamentSelectionN(),
                options.tournamentSelectionP(),
                options.fractionReplaced(),
                options.fractionReplacedHof(),
                options.topn(),
                options.annealing(),
                options.alpha(),
                options.useFrequency(),
                options.useFrequencyInTournament(),
                options.adaptiveParsimonyScaling(),
                options.perturbationFactor(),
                options.probabilityNegateConstant(),
                options.optimizeProbability(),
                options.ncyclesPerIteration(),
                options.warmupMaxsizeBy());
    }

    EvolutionOptions options() {
        return new EvolutionOptions(
                mutationWeights.weights(),
                crossoverProbability,
                tournamentSelectionN,
                tournamentSelectionP,
                fractionReplaced,
                fractionReplacedHof,
                topn,
                annealing,
                alpha,
                useFrequency,
                useFrequencyInTournament,
                adaptiveParsimonyScaling,
                perturbationFactor,
                probabilityNegateConstant,
                optimizeProbability,
                ncyclesPerIteration,
                warmupMaxsizeBy);
    }
}
