package org.spolia.experiment.configuration.search;

import java.util.List;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.configuration.operator.OperatorNames;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.key.Flattened;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;
import org.spolia.symbolic.search.options.Constraints;
import org.spolia.symbolic.search.options.Evolution;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.OperatorComplexity;
import org.spolia.symbolic.search.options.SearchOptions;

/** The options of the engine that are the same for all searches of an experiment, without the operators. */
public record SearchConfig(
        @Key(
                value =
                        "what a task of Spark computes, which changes no result; trials: a whole trial; islands: a share of the islands of one trial in one epoch, for few long trials",
                byDefault = "trials",
                withoutEffect = true)
        SearchSpread spread,

        @Flattened SearchOptions options) {
    public SearchConfig {
        double fitted = options.evolutionOptions().optimizeProbability();
        if (options.evolution() == Evolution.FITTED && fitted != EvolutionOptions.DEFAULT.optimizeProbability()) {
            throw new InvalidValueException(
                    "evolution-options.optimize-probability",
                    "applies only to 'evolution: plain'; with 'evolution: fitted' the constants of every child are fitted");
        }
        requireOperators(options.constraints());
    }

    private static void requireOperators(Constraints given) {
        for (int i = 0; i < given.complexityOfOperators().size(); i++) {
            OperatorNames.required(
                    "complexity-of-operators[" + i + "]",
                    given.complexityOfOperators().get(i).operator());
        }
        for (int i = 0; i < given.constraints().size(); i++) {
            OperatorNames.required(
                    "constraints[" + i + "]", given.constraints().get(i).operator());
        }
        for (int i = 0; i < given.nestedConstraints().size(); i++) {
            String path = "nested-constraints[" + i + "]";
            OperatorNames.required(path, given.nestedConstraints().get(i).operator());
            OperatorNames.required(path, given.nestedConstraints().get(i).inner());
        }
    }

    public static SearchConfig defaults() {
        return new SearchConfig(SearchSpread.TRIALS, SearchOptions.DEFAULT);
    }

    /** Returns the same options with other complexities of operators. */
    public SearchConfig withComplexityOfOperators(List<OperatorComplexity> complexities) {
        return new SearchConfig(
                spread,
                options.withConstraints(Records.with(options.constraints(), "complexityOfOperators", complexities)));
    }

    /** Reads the options from the output of {@link #toJson}. */
    public static SearchConfig parse(String json) {
        return Document.parse(json, "search options").bind(SearchConfig.class);
    }

    /** Returns the options as canonical JSON, without the spread. */
    public String toJson() {
        return CanonicalJson.of(this);
    }

    public SearchOptions options(OperatorSet operators) {
        return options.withOperators(operators);
    }
}
