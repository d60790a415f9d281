package org.spolia.symbolic.search.options;

import java.util.List;
import java.util.Map;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.key.Flattened;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.NoKey;
import org.spolia.symbolic.key.Records;

/**
 * What a search may use and spend. Names and defaults follow PySR where it has the option.
 *
 * @param operators that expressions are made of
 * @param evaluations the budget; one evaluation is 10 × {@link #searchRows} node-rows. The first populations are filled whatever it is:
 *     about seven evaluations a member
 * @param constraints what expressions may look like and how complex their parts are
 * @param validation how one model is chosen, and which rows are held out for that
 */
public record SearchOptions(
        @NoKey OperatorSet operators,

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

        @Key(
                value = "most rows that the evolution looks at; polish and choice see all of them",
                flag = "batch-size",
                atLeast = 1)
        int searchRows,

        @Key("what losses are computed in while a search evolves; fits, polish and choice are always in float64")
        FloatingPoint precision,

        @Key(
                "fitted: an expression is judged by the loss after a fit of its constants; plain: by the loss as it stands, as in PySR")
        Evolution evolution,

        @Key(
                value = "Levenberg-Marquardt steps of a fit while a search evolves",
                flag = "optimizer-iterations",
                atLeast = 0)
        int fitSteps,

        @Key("how the search uses a library of small expressions")
        LibraryOptions library,

        @Flattened Constraints constraints,
        @Flattened Validation validation,

        @Key(value = "how populations evolve", laterAdded = true)
        EvolutionOptions evolutionOptions) {
    /** What a configuration leaves out: a budget of some seconds, and no operator but +. */
    public static final SearchOptions DEFAULT = of(OperatorSet.of(List.of("+")), 200_000);

    /** As many iterations as PySR gives an optimiser. */
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
                    "with a template complexityOfVariables is one number for all: ",
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
                EvolutionOptions.DEFAULT);
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

    /** The same search with at most so many rows looked at while it evolves. */
    public SearchOptions withSearchRows(int searchRows) {
        return Records.with(this, "searchRows", searchRows);
    }

    /** The same search for expressions with these constraints. */
    public SearchOptions withConstraints(Constraints constraints) {
        return Records.with(this, "constraints", constraints);
    }

    /** The same search by populations that evolve in another way. */
    public SearchOptions withEvolutionOptions(EvolutionOptions evolutionOptions) {
        return Records.with(this, "evolutionOptions", evolutionOptions);
    }

    /** The same search where children are judged as they stand, or after a fit of at most so many steps. */
    public SearchOptions withEvolution(Evolution evolution, int fitSteps) {
        return Records.with(this, Map.of("evolution", evolution, "fitSteps", fitSteps));
    }

    /** The same search for the sub-expressions of a template. */
    public SearchOptions withTemplate(Template template) {
        return Records.with(this, "operators", operators.with(template));
    }

    /** The same search with another choice among its models. */
    public SearchOptions withValidation(Validation validation) {
        return Records.with(this, "validation", validation);
    }

    public SearchOptions withMaxDepth(int maxDepth) {
        return Records.with(this, "maxDepth", maxDepth);
    }

    public SearchOptions withParsimony(double parsimony) {
        return Records.with(this, "parsimony", parsimony);
    }

    /** The same search with losses in another precision. */
    public SearchOptions withPrecision(FloatingPoint precision) {
        return Records.with(this, "precision", precision);
    }

    /** Regularised evolution as in PySR: expressions are judged as they stand, and there is no library. */
    public SearchOptions plain() {
        return Records.with(
                this,
                Map.of("evolution", Evolution.PLAIN, "fitSteps", PLAIN_FIT_STEPS, "library", LibraryOptions.NONE));
    }

    /** Nodes of a tree that is being changed: what is spliced in may exceed the greatest size for a while. */
    public int treeCapacity() {
        return 2 * maxSize + 16 + spine();
    }

    /** The most nodes of a tree that is kept. */
    public int memberCapacity() {
        return maxSize + spine();
    }

    private int spine() {
        return operators.template().map(Template::spine).orElse(0);
    }
}
