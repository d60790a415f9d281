package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.binding.Key;
import org.spolia.experiment.binding.Limits;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.SearchOptions;

/** The options of a search that do not vary within an experiment. Defaults are those of the engine. */
public record SearchConfig(
        @Key(value = "budget of a search; one evaluation is 10 node passes over the search rows", above = 0)
        long evaluations,

        @Key(value = "most nodes of an expression", atLeast = 3, atMost = 200)
        int maxSize,

        @Key(value = "longest path from the root of an expression to a leaf, in nodes", atLeast = 2)
        int maxDepth,

        @Key(value = "populations that evolve side by side", atLeast = 1, atMost = 10_000)
        int populations,

        @Key(value = "members of a population", atLeast = 2, atMost = 10_000)
        int populationSize,

        @Key(value = "cost of a node, in units of the target's variance", atLeast = 0)
        double parsimony,

        @Key(value = "most rows that the evolution looks at; polish and choice see all of them", atLeast = 1)
        int searchRows,

        @Key(value = "Levenberg-Marquardt steps on each new skeleton", atLeast = 0)
        int fitSteps,

        @Key("how the search uses a library of small expressions")
        LibraryConfig library) {
    private static final long DEFAULT_EVALUATIONS = 200_000;

    public SearchConfig {
        Limits.check(
                SearchConfig.class,
                evaluations,
                maxSize,
                maxDepth,
                populations,
                populationSize,
                parsimony,
                searchRows,
                fitSteps,
                library);
    }

    /** The engine's defaults, with a budget of some seconds. */
    public static SearchConfig defaults() {
        SearchOptions options = SearchOptions.of(OperatorSet.of(List.of("+")), DEFAULT_EVALUATIONS);
        return new SearchConfig(
                options.evaluations(),
                options.maxSize(),
                options.maxDepth(),
                options.populations(),
                options.populationSize(),
                options.parsimony(),
                options.searchRows(),
                options.fitSteps(),
                LibraryConfig.of(options.library()));
    }

    /** The options that {@link #toJson} printed. */
    public static SearchConfig parse(String json) {
        return Document.parse(json, "search options").bind(SearchConfig.class);
    }

    /** The options as canonical JSON. */
    public String toJson() {
        return CanonicalJson.of(this);
    }

    public SearchOptions options(OperatorSet operators) {
        return new SearchOptions(
                operators,
                evaluations,
                maxSize,
                maxDepth,
                populations,
                populationSize,
                parsimony,
                searchRows,
                fitSteps,
                library.options());
    }
}
