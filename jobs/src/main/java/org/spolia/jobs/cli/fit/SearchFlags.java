package org.spolia.jobs.cli.fit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.key.Records;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.MutationWeights;
import org.spolia.symbolic.search.options.SearchOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options of {@code fit} for the size of equations and the evolution of populations; names and defaults as in PySR.
 */
final class SearchFlags {
    private final KeyFlags<SearchOptions> search = KeyFlags.of(
            SearchOptions.DEFAULT,
            Set.of("maxSize", "maxDepth", "parsimony", "populations", "populationSize", "searchRows", "fitSteps"));

    private final KeyFlags<EvolutionOptions> evolution = KeyFlags.ofAll(EvolutionOptions.DEFAULT);

    private final OptionSpec weights = OptionSpec.builder("--mutation-weights")
            .type(Map.class)
            .auxiliaryTypes(String.class, Double.class)
            .splitRegex(",")
            .paramLabel("NAME=X")
            .description("the relative frequency of each mutation, as in add_node=1,randomize=0; default: "
                    + defaultWeights())
            .build();

    @Option(
            names = "--evolution",
            paramLabel = "KIND",
            description =
                    "fitted: equations are compared after a fit of their constants, with the help of a library of small ones;"
                            + " plain: they are compared without a fit, as in PySR, without a library and with"
                            + " --optimizer-iterations 8; default: ${DEFAULT-VALUE}")
    private String kind = "fitted";

    @Option(
            names = "--precision",
            paramLabel = "BITS",
            description = "32 or 64: the number of bits of losses while equations evolve; default: ${DEFAULT-VALUE}")
    private int precision = 64;

    private static String defaultWeights() {
        return Stream.of(MutationWeights.class.getRecordComponents())
                .map(weight -> Names.key(weight).replace('-', '_') + "="
                        + Decimal.shortest((double) Records.value(MutationWeights.DEFAULT, weight)))
                .collect(Collectors.joining(", "));
    }

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec fit) {
        search.addTo(fit);
        evolution.addTo(fit);
        fit.addOption(weights);
    }

    /** Returns the same search with these options. */
    SearchOptions apply(SearchOptions given) {
        EvolutionOptions options = evolution.applied(given.evolutionOptions());
        return search.applied(kind(given, options))
                .withPrecision(floatingPoint())
                .withEvolutionOptions(Records.with(options, "mutationWeights", mutationWeights()));
    }

    private SearchOptions kind(SearchOptions given, EvolutionOptions options) {
        double share = options.optimizeProbability();
        switch (kind) {
            case "fitted" -> {
                if (share != EvolutionOptions.DEFAULT.optimizeProbability()) {
                    throw new ExperimentException("--optimize-probability " + share
                            + ": needs --evolution plain; otherwise the constants of every child are fitted");
                }
                return given;
            }
            case "plain" -> {
                return given.plain();
            }
            default -> throw new ExperimentException("--evolution '" + kind + "': must be fitted or plain");
        }
    }

    private FloatingPoint floatingPoint() {
        return switch (precision) {
            case 32 -> FloatingPoint.FLOAT32;
            case 64 -> FloatingPoint.FLOAT64;
            default -> throw new ExperimentException("--precision " + precision + ": must be 32 or 64");
        };
    }

    private MutationWeights mutationWeights() {
        Map<String, Double> given = weights.getValue();
        try {
            return MutationWeights.of(given == null ? new HashMap<>() : given);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--mutation-weights: " + e.getMessage(), e);
        }
    }
}
