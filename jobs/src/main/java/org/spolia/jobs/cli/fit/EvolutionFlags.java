package org.spolia.jobs.cli.fit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.MutationWeights;
import org.spolia.symbolic.search.options.SearchOptions;
import picocli.CommandLine.Option;

/** The options of {@code fit} that say how populations evolve; names and defaults as in PySR. */
final class EvolutionFlags {
    private static final EvolutionOptions DEFAULT = EvolutionOptions.DEFAULT;
    private static final String FITTED = "fitted";

    @Option(
            names = "--evolution",
            paramLabel = "KIND",
            description =
                    "fitted: equations are judged after a fit of their constants, and a library of small ones helps;"
                            + " plain: they are judged as they stand, as in PySR, without a library; default: ${DEFAULT-VALUE}")
    private String evolution = FITTED;

    @Option(names = "--populations", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private int populations = 30;

    @Option(names = "--population-size", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private int populationSize = 27;

    @Option(
            names = "--ncycles-per-iteration",
            paramLabel = "N",
            description =
                    "the length of an epoch: a cycle is an evaluation for each tournament that a population has members"
                            + " for; default: epochs that grow from 50 evaluations to 2000")
    private int cycles = DEFAULT.ncyclesPerIteration();

    @Option(
            names = "--mutation-weights",
            split = ",",
            paramLabel = "NAME=X",
            description =
                    "how often each mutation is tried, relative to the others, as in add_node=1,randomize=0; default:"
                            + " mutate_constant=0.0346, mutate_operator=0.293, mutate_feature=0.1, swap_operands=0.198,"
                            + " add_node=2.47, insert_node=0.0112, delete_node=0.87, rotate_tree=4.26, randomize=0.000502,"
                            + " simplify=0.00209, do_nothing=0.273, optimize=0")
    private Map<String, Double> weights = new HashMap<>();

    @Option(
            names = "--crossover-probability",
            paramLabel = "X",
            description = "the share of the events that cross two parents; default: ${DEFAULT-VALUE}")
    private double crossover = DEFAULT.crossoverProbability();

    @Option(
            names = "--tournament-selection-n",
            paramLabel = "N",
            description = "the members that compete to be a parent; default: ${DEFAULT-VALUE}")
    private int tournament = DEFAULT.tournamentSelectionN();

    @Option(
            names = "--tournament-selection-p",
            paramLabel = "X",
            description = "the probability that the best of them is chosen, else the next; default: ${DEFAULT-VALUE}")
    private double tournamentProbability = DEFAULT.tournamentSelectionP();

    @Option(
            names = "--fraction-replaced",
            paramLabel = "X",
            description = "the share of a population that members of any replace after an epoch; default: 0.00036")
    private double replaced = DEFAULT.fractionReplaced();

    @Option(
            names = "--fraction-replaced-hof",
            paramLabel = "X",
            description = "the share that equations of the front replace; default: ${DEFAULT-VALUE}")
    private double replacedByFront = DEFAULT.fractionReplacedHof();

    @Option(
            names = "--topn",
            paramLabel = "N",
            description = "the best of each population that may go to others; default: ${DEFAULT-VALUE}")
    private int topn = DEFAULT.topn();

    @Option(names = "--no-annealing", description = "costs have no say in whether a child is accepted")
    private boolean noAnnealing;

    @Option(
            names = "--alpha",
            paramLabel = "X",
            description = "the scale of costs in the annealing; default: ${DEFAULT-VALUE}")
    private double alpha = DEFAULT.alpha();

    @Option(
            names = "--no-use-frequency",
            description = "children of common complexities are accepted as often as others")
    private boolean noFrequency;

    @Option(
            names = "--no-use-frequency-in-tournament",
            description = "members of common complexities win tournaments as often as others")
    private boolean noFrequencyInTournament;

    @Option(
            names = "--adaptive-parsimony-scaling",
            paramLabel = "X",
            description = "how far common complexities are held back in tournaments; default: 1040")
    private double parsimonyScaling = DEFAULT.adaptiveParsimonyScaling();

    @Option(
            names = "--perturbation-factor",
            paramLabel = "X",
            description = "how far mutate_constant goes; default: ${DEFAULT-VALUE}")
    private double perturbation = DEFAULT.perturbationFactor();

    @Option(
            names = "--probability-negate-constant",
            paramLabel = "X",
            description = "how often it changes the sign; default: ${DEFAULT-VALUE}")
    private double negation = DEFAULT.probabilityNegateConstant();

    @Option(
            names = "--optimize-probability",
            paramLabel = "X",
            description = "with --evolution plain: the share of a population whose constants are fitted after an epoch;"
                    + " default: 0.14")
    private @Nullable Double optimized;

    @Option(
            names = "--optimizer-iterations",
            paramLabel = "N",
            description =
                    "the steps of a fit of constants while equations evolve; default: 4, with --evolution plain 8")
    private @Nullable Integer steps;

    @Option(
            names = "--warmup-maxsize-by",
            paramLabel = "X",
            description =
                    "the share of the time or budget over which the greatest complexity grows from 3 to --max-size;"
                            + " default: 0")
    private double warmup = DEFAULT.warmupMaxsizeBy();

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description = "the most rows that the evolution looks at; the last fits and the choice see all; default:"
                    + " ${DEFAULT-VALUE}")
    private int batchSize = 512;

    @Option(
            names = "--precision",
            paramLabel = "BITS",
            description = "32 or 64: what losses are computed in while equations evolve; default: ${DEFAULT-VALUE}")
    private int precision = 64;

    /** The same search by populations that evolve so. */
    SearchOptions apply(SearchOptions search) {
        SearchOptions kind = kind(search);
        try {
            return kind.withPopulations(populations, populationSize)
                    .withSearchRows(batchSize)
                    .withPrecision(floatingPoint())
                    .withEvolution(kind.evolution(), steps == null ? kind.fitSteps() : steps)
                    .withEvolutionOptions(options());
        } catch (IllegalArgumentException e) {
            throw new ExperimentException(named(String.valueOf(e.getMessage())), e);
        }
    }

    private SearchOptions kind(SearchOptions search) {
        switch (evolution) {
            case FITTED -> {
                if (optimized != null) {
                    throw new ExperimentException("--optimize-probability " + optimized
                            + ": is for --evolution plain; otherwise the constants of every child are fitted");
                }
                return search;
            }
            case "plain" -> {
                return search.plain();
            }
            default -> throw new ExperimentException("--evolution '" + evolution + "': must be fitted or plain");
        }
    }

    private FloatingPoint floatingPoint() {
        return switch (precision) {
            case 32 -> FloatingPoint.FLOAT32;
            case 64 -> FloatingPoint.FLOAT64;
            default -> throw new ExperimentException("--precision " + precision + ": must be 32 or 64");
        };
    }

    private EvolutionOptions options() {
        return new EvolutionOptions(
                mutationWeights(),
                crossover,
                tournament,
                tournamentProbability,
                replaced,
                replacedByFront,
                topn,
                !noAnnealing,
                alpha,
                !noFrequency,
                !noFrequencyInTournament,
                parsimonyScaling,
                perturbation,
                negation,
                optimized == null ? DEFAULT.optimizeProbability() : optimized,
                cycles,
                warmup);
    }

    private MutationWeights mutationWeights() {
        try {
            return MutationWeights.of(weights);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--mutation-weights: " + e.getMessage(), e);
        }
    }

    /** Messages begin with the name of a component, which is that of the option, but for two. */
    private static String named(String message) {
        String words =
                message.replaceFirst("^searchRows", "batchSize").replaceFirst("^fitSteps", "optimizerIterations");
        int end = words.indexOf(' ');
        return "--" + words.substring(0, end).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)
                + words.substring(end);
    }
}
