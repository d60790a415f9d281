package org.spolia.symbolic.search.options;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.key.Flattened;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.NoKey;
import org.spolia.symbolic.key.Records;

/**
 * The operators, budget and options of a search. Names and defaults follow PySR where it has the option.
 *
 * @param operators the operators of expressions
 * @param evaluations the budget; one evaluation is 10 × {@link #searchRows} node-rows. The first populations are
 *     complete in any case, which takes about seven evaluations for each member
 * @param constraints the allowed expressions and the complexity of their parts
 * @param validation the rule that selects one model, and the rows held out for it
 */
public record SearchOptions(
        @NoKey OperatorSet operators,

        @Key(value = "budget of a search; one evaluation is 10 node passes over the search rows", above = 0)
        long evaluations,

        @Key(
                value =
                        "largest complexity of an expression: the number of its nodes or, with other complexities of operators, constants or variables, their rounded sum; also the largest number of nodes",
                atLeast = 3,
                atMost = 200)
        int maxSize,

        @Key(value = "longest path from the root of an expression to a leaf, in nodes", atLeast = 2)
        int maxDepth,

        @Key(value = "populations that evolve independently", atLeast = 1, atMost = 10_000)
        int populations,

        @Key(value = "members of a population", atLeast = 2, atMost = 10_000)
        int populationSize,

        @Key(value = "cost of each unit of complexity, in units of the variance of the target", atLeast = 0)
        double parsimony,

        @Key(
                value = "largest number of rows that the evolution uses; polish and selection use all rows",
                flag = "batch-size",
                atLeast = 1)
        int searchRows,

        @Key("precision of losses during evolution; fits, polish and selection always use float64")
        FloatingPoint precision,

        @Key(
                "fitted: expressions are compared by the loss after a fit of their constants; plain: by the loss without a fit, as in PySR")
        Evolution evolution,

        @Key(value = "Levenberg-Marquardt steps of a fit during evolution", flag = "optimizer-iterations", atLeast = 0)
        int fitSteps,

        @Key("how the search uses a library of small expressions")
        LibraryOptions library,

        @Flattened Constraints constraints,
        @Flattened Validation validation,

        @Key(value = "how populations evolve", laterAdded = true)
        EvolutionOptions evolutionOptions,

        @Key(
                value =
                        "equations without a value somewhere inside the training range, between the rows; refuse: another one of comparable accuracy is selected if there is one, unless select is accuracy, score or best; allow: they are selected like others",
                laterAdded = true)
        Gaps gaps)
        implements Serializable {
    /** The defaults of a configuration: a budget of some seconds and the operator +. */
    public static final SearchOptions DEFAULT = of(OperatorSet.of(List.of("+")), 200_000);

    /** The number of iterations of an optimiser in PySR. */
    private static final int PLAIN_FIT_STEPS = 8;

    public SearchOptions {
        if (operators.template().isPresent()) {
            int functions = operators.template().get().functions().size();
            require(
                    functions <= maxSize,
                    "maxSize must be at least the " + functions + " functions of the template: ",
                    maxSize);
            require(
                    constraints.complexityOfVariables().size() < 2,
                    "with a template, complexityOfVariables must be one number for all variables: ",
                    constraints.complexityOfVariables());
            // Libraries describe whole expressions.
            library = LibraryOptions.NONE;
        }
    }

    private static void require(boolean condition, String problem, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(problem + value);
        }
    }

    /** The defaults for a set of operators and a budget. */
    public static SearchOptions of(OperatorSet operators, long evaluations) {
        return new SearchOptions(
                operators,
                evaluations,
                30,
                30,
                30,
                27,
                0,
                512,
                FloatingPoint.FLOAT64,
                Evolution.FITTED,
                4,
                LibraryOptions.DEFAULT,
                Constraints.NONE,
                Validation.NONE,
                EvolutionOptions.DEFAULT,
                Gaps.REFUSE);
    }

    public SearchOptions withOperators(OperatorSet operators) {
        return Records.with(this, "operators", operators);
    }

    public SearchOptions withEvaluations(long evaluations) {
        return Records.with(this, "evaluations", evaluations);
    }

    public SearchOptions withMaxSize(int maxSize) {
        return Records.with(this, "maxSize", maxSize);
    }

    public SearchOptions withPopulations(int populations, int populationSize) {
        return Records.with(this, Map.of("populations", populations, "populationSize", populationSize));
    }

    /** The same search with another use of the library. */
    public SearchOptions withLibrary(LibraryOptions library) {
        return Records.with(this, "library", library);
    }

    /** The same search with at most this number of rows during evolution. */
    public SearchOptions withSearchRows(int searchRows) {
        return Records.with(this, "searchRows", searchRows);
    }

    /** The same search for expressions with these constraints. */
    public SearchOptions withConstraints(Constraints constraints) {
        return Records.with(this, "constraints", constraints);
    }

    /** The same search with other options of the evolution. */
    public SearchOptions withEvolutionOptions(EvolutionOptions evolutionOptions) {
        return Records.with(this, "evolutionOptions", evolutionOptions);
    }

    /** The same search with children compared before a fit, or after a fit of at most this number of steps. */
    public SearchOptions withEvolution(Evolution evolution, int fitSteps) {
        return Records.with(this, Map.of("evolution", evolution, "fitSteps", fitSteps));
    }

    /** The same search for the sub-expressions of a template. */
    public SearchOptions withTemplate(Template template) {
        return Records.with(this, "operators", operators.with(template));
    }

    /** The same search with another rule that selects one model. */
    public SearchOptions withValidation(Validation validation) {
        return Records.with(this, "validation", validation);
    }

    /** The same search with another treatment of models that are undefined inside the training range. */
    public SearchOptions withGaps(Gaps gaps) {
        return Records.with(this, "gaps", gaps);
    }

    public SearchOptions withMaxDepth(int maxDepth) {
        return Records.with(this, "maxDepth", maxDepth);
    }

    /** The same search with losses in another precision. */
    public SearchOptions withPrecision(FloatingPoint precision) {
        return Records.with(this, "precision", precision);
    }

    /** Regularised evolution as in PySR: no fit before expressions are compared, and no library. */
    public SearchOptions plain() {
        return Records.with(
                this,
                Map.of("evolution", Evolution.PLAIN, "fitSteps", PLAIN_FIT_STEPS, "library", LibraryOptions.NONE));
    }

    /** Nodes of a tree during a change: an inserted part may exceed the largest size for a while. */
    public int treeCapacity() {
        return 2 * maxSize + 16 + spine();
    }

    /** The largest number of nodes of a kept tree. */
    public int memberCapacity() {
        return maxSize + spine();
    }

    private int spine() {
        return operators.template().map(Template::spine).orElse(0);
    }
}
