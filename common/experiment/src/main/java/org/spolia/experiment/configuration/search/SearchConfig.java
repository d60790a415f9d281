package org.spolia.experiment.configuration.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.configuration.operator.OperatorNames;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;
import org.spolia.symbolic.search.options.Constraints;
import org.spolia.symbolic.search.options.Evolution;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.options.Units;
import org.spolia.symbolic.search.options.Validation;

/** The options of a search that do not vary within an experiment. Defaults are those of the engine. */
public record SearchConfig(
        @Key(value = "budget of a search; one evaluation is 10 node passes over the search rows", above = 0)
        long evaluations,

        @Key(
                value =
                        "greatest complexity of an expression: its nodes, or, where keys below say otherwise, their complexities, summed and rounded; also the most nodes",
                atLeast = 3,
                atMost = 200)
        int maxSize,

        @Key(value = "longest path from the root of an expression to a leaf, in nodes", atLeast = 2)
        int maxDepth,

        @Key(value = "populations that evolve side by side", atLeast = 1, atMost = 10_000)
        int populations,

        @Key(value = "members of a population", atLeast = 2, atMost = 10_000)
        int populationSize,

        @Key(value = "cost of each unit of complexity, in units of the target's variance", atLeast = 0)
        double parsimony,

        @Key(value = "most rows that the evolution looks at; polish and choice see all of them", atLeast = 1)
        int searchRows,

        @Key("what losses are computed in while a search evolves; fits, polish and choice are always in float64")
        FloatingPoint precision,

        @Key(
                "fitted: an expression is judged by the loss after a fit of its constants; plain: by the loss as it stands, as in PySR")
        Evolution evolution,

        @Key(value = "Levenberg-Marquardt steps of a fit while a search evolves", atLeast = 0)
        int fitSteps,

        @Key("how the search uses a library of small expressions")
        LibraryConfig library,

        @Key("the operators whose complexity is not 1") List<OperatorComplexity> complexityOfOperators,

        @Key(value = "complexity of a constant", above = 0, atMost = 100)
        double complexityOfConstants,

        @Key(value = "complexity of each variable, or one number for all", above = 0, atMost = 100)
        List<Double> complexityOfVariables,

        @Key("how complex the arguments of operators may be")
        List<ArgumentConstraint> constraints,

        @Key("how often operators may occur within others") List<NestedConstraint> nestedConstraints,

        @Key(
                "how the model of a trial is chosen, on training rows alone. criterion: shortest exact law, else best compromise of loss and length; held-out: shortest description of folds held out; one-standard-error: simplest within a standard error of that; accuracy, score and best: as in PySR")
        Selection select,

        @Key(
                value = "folds that are held out, with select held-out or one-standard-error; 0 for none",
                atLeast = 0,
                atMost = 1000)
        int folds,

        @Key("whether folds follow the rows of their fit, which then stand in the order of time")
        boolean forwardChaining,

        @Key(value = "how populations evolve", laterAdded = true)
        EvolutionConfig evolutionOptions) {
    private static final long DEFAULT_EVALUATIONS = 200_000;

    public SearchConfig {
        if (evolution == Evolution.FITTED
                && evolutionOptions.optimizeProbability()
                        != EvolutionConfig.defaults().optimizeProbability()) {
            throw new InvalidValueException(
                    "evolution-options.optimize-probability",
                    "is for 'evolution: plain'; with 'evolution: fitted' the constants of every child are fitted");
        }
        checkValidation(select, folds, forwardChaining);
        checkConstraints(complexityOfOperators, constraints, nestedConstraints);
    }

    private static void checkValidation(Selection select, int folds, boolean forwardChaining) {
        if (select.needsFolds() && folds < 2) {
            throw new InvalidValueException(
                    "folds", "must be 2 or more where rows are held out, as 'select' says; got " + folds);
        }
        if (!select.needsFolds() && (folds > 0 || forwardChaining)) {
            throw new InvalidValueException(
                    folds > 0 ? "folds" : "forward-chaining",
                    "is for 'select: held-out' and 'select: one-standard-error'; add one of them");
        }
    }

    private static void checkConstraints(
            List<OperatorComplexity> complexities, List<ArgumentConstraint> arguments, List<NestedConstraint> nested) {
        for (int i = 0; i < complexities.size(); i++) {
            OperatorNames.required(
                    "complexity-of-operators[" + i + "]", complexities.get(i).operator());
        }
        for (int i = 0; i < arguments.size(); i++) {
            ArgumentConstraint constraint = arguments.get(i);
            Operator operator = OperatorNames.required("constraints[" + i + "]", constraint.operator());
            if (operator.arity() != constraint.most().size()) {
                throw new InvalidValueException(
                        "constraints[" + i + "].most",
                        "needs a number for each of the " + operator.arity() + " arguments of '" + operator + "'");
            }
        }
        for (int i = 0; i < nested.size(); i++) {
            OperatorNames.required(
                    "nested-constraints[" + i + "]", nested.get(i).operator());
            OperatorNames.required(
                    "nested-constraints[" + i + "]", nested.get(i).inner());
        }
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
                options.precision(),
                options.evolution(),
                options.fitSteps(),
                LibraryConfig.of(options.library()),
                List.of(),
                options.constraints().complexityOfConstants(),
                List.of(),
                List.of(),
                List.of(),
                options.validation().selection(),
                options.validation().folds(),
                options.validation().forwardChaining(),
                EvolutionConfig.of(options.evolutionOptions()));
    }

    /** The same options with other complexities of operators. */
    public SearchConfig withComplexityOfOperators(List<OperatorComplexity> complexities) {
        return Records.with(this, "complexityOfOperators", complexities);
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
                precision,
                evolution,
                fitSteps,
                library.options(),
                engineConstraints(),
                evolutionOptions.options(),
                new Validation(select, folds, forwardChaining));
    }

    private Constraints engineConstraints() {
        Map<String, Double> complexities = new HashMap<>();
        complexityOfOperators.forEach(given -> complexities.put(given.operator(), given.complexity()));
        Map<String, List<Integer>> arguments = new HashMap<>();
        constraints.forEach(given -> arguments.put(given.operator(), given.most()));
        Map<String, Map<String, Integer>> nested = new HashMap<>();
        nestedConstraints.forEach(given -> nested.computeIfAbsent(given.operator(), name -> new HashMap<>())
                .put(given.inner(), given.most()));
        return new Constraints(
                complexities, complexityOfConstants, complexityOfVariables, arguments, nested, Units.NONE);
    }
}
