package org.spolia.symbolic.search.options;

import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Template;

/**
 * What a search may use and spend. Names and defaults follow PySR where it has the option.
 *
 * @param operators the operators that expressions are made of
 * @param evaluations the budget; one evaluation is 10 × {@link #searchRows} node-rows. The first populations are filled whatever it is:
 *     about seven evaluations a member
 * @param maxSize the greatest complexity of an expression: its nodes, unless the constraints say otherwise
 * @param maxDepth the longest path from the root to a leaf, in nodes
 * @param populations the number of islands
 * @param populationSize the members of an island
 * @param parsimony added to the cost for each unit of complexity, in units of the target's variance
 * @param searchRows the most rows that the evolution looks at; refits, polish and choice see all rows
 * @param precision what losses are computed in while it evolves
 * @param evolution what an expression is judged by while it evolves
 * @param fitSteps Levenberg-Marquardt steps of a fit while it evolves
 * @param library how the search uses a library of small expressions
 * @param constraints what expressions may look like and how complex their parts are
 * @param evolutionOptions how populations evolve
 * @param validation how one model is chosen, and which rows are held out for that
 */
public record SearchOptions(
        OperatorSet operators,
        long evaluations,
        int maxSize,
        int maxDepth,
        int populations,
        int populationSize,
        double parsimony,
        int searchRows,
        FloatingPoint precision,
        Evolution evolution,
        int fitSteps,
        LibraryOptions library,
        Constraints constraints,
        EvolutionOptions evolutionOptions,
        Validation validation) {
    private static final int SMALLEST_MAX_SIZE = 3;
    private static final int LARGEST_MAX_SIZE = 200;
    private static final int LARGEST_POPULATIONS = 10_000;

    /** As many iterations as PySR gives an optimiser. */
    private static final int PLAIN_FIT_STEPS = 8;

    public SearchOptions {
        require(evaluations > 0, "evaluations must be > 0: ", evaluations);
        require(
                maxSize >= SMALLEST_MAX_SIZE && maxSize <= LARGEST_MAX_SIZE,
                "maxSize must be from " + SMALLEST_MAX_SIZE + " to " + LARGEST_MAX_SIZE + ": ",
                maxSize);
        require(maxDepth >= 2, "maxDepth must be >= 2: ", maxDepth);
        require(
                populations >= 1 && populations <= LARGEST_POPULATIONS,
                "populations must be from 1 to " + LARGEST_POPULATIONS + ": ",
                populations);
        require(
                populationSize >= 2 && populationSize <= LARGEST_POPULATIONS,
                "populationSize must be from 2 to " + LARGEST_POPULATIONS + ": ",
                populationSize);
        require(parsimony >= 0 && Double.isFinite(parsimony), "parsimony must be >= 0 and finite: ", parsimony);
        require(searchRows >= 1, "searchRows must be >= 1: ", searchRows);
        require(fitSteps >= 0, "fitSteps must be >= 0: ", fitSteps);
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
                EvolutionOptions.DEFAULT,
                Validation.NONE);
    }

    public SearchOptions withEvaluations(long evaluations) {
        Draft draft = new Draft(this);
        draft.evaluations = evaluations;
        return draft.options();
    }

    public SearchOptions withMaxSize(int maxSize) {
        Draft draft = new Draft(this);
        draft.maxSize = maxSize;
        return draft.options();
    }

    public SearchOptions withPopulations(int populations, int populationSize) {
        Draft draft = new Draft(this);
        draft.populations = populations;
        draft.populationSize = populationSize;
        return draft.options();
    }

    /** The same search with another use of the library. */
    public SearchOptions withLibrary(LibraryOptions library) {
        Draft draft = new Draft(this);
        draft.library = library;
        return draft.options();
    }

    /** The same search with at most so many rows looked at while it evolves. */
    public SearchOptions withSearchRows(int searchRows) {
        Draft draft = new Draft(this);
        draft.searchRows = searchRows;
        return draft.options();
    }

    /** The same search for expressions with these constraints. */
    public SearchOptions withConstraints(Constraints constraints) {
        Draft draft = new Draft(this);
        draft.constraints = constraints;
        return draft.options();
    }

    /** The same search by populations that evolve in another way. */
    public SearchOptions withEvolutionOptions(EvolutionOptions evolutionOptions) {
        Draft draft = new Draft(this);
        draft.evolutionOptions = evolutionOptions;
        return draft.options();
    }

    /** The same search where children are judged as they stand, or after a fit of at most so many steps. */
    public SearchOptions withEvolution(Evolution evolution, int fitSteps) {
        Draft draft = new Draft(this);
        draft.evolution = evolution;
        draft.fitSteps = fitSteps;
        return draft.options();
    }

    /** The same search for the sub-expressions of a template. */
    public SearchOptions withTemplate(Template template) {
        Draft draft = new Draft(this);
        draft.operators = operators.with(template);
        return draft.options();
    }

    /** The same search with another choice among its models. */
    public SearchOptions withValidation(Validation validation) {
        Draft draft = new Draft(this);
        draft.validation = validation;
        return draft.options();
    }

    public SearchOptions withMaxDepth(int maxDepth) {
        Draft draft = new Draft(this);
        draft.maxDepth = maxDepth;
        return draft.options();
    }

    public SearchOptions withParsimony(double parsimony) {
        Draft draft = new Draft(this);
        draft.parsimony = parsimony;
        return draft.options();
    }

    /** The same search with losses in another precision. */
    public SearchOptions withPrecision(FloatingPoint precision) {
        Draft draft = new Draft(this);
        draft.precision = precision;
        return draft.options();
    }

    /** Regularised evolution as in PySR: expressions are judged as they stand, and there is no library. */
    public SearchOptions plain() {
        Draft draft = new Draft(this);
        draft.evolution = Evolution.PLAIN;
        draft.fitSteps = PLAIN_FIT_STEPS;
        draft.library = LibraryOptions.NONE;
        return draft.options();
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

    /** Options of which some are about to change. */
    private static final class Draft {
        private OperatorSet operators;
        private long evaluations;
        private int maxSize;
        private int maxDepth;
        private int populations;
        private int populationSize;
        private double parsimony;
        private int searchRows;
        private FloatingPoint precision;
        private Evolution evolution;
        private int fitSteps;
        private LibraryOptions library;
        private Constraints constraints;
        private EvolutionOptions evolutionOptions;
        private Validation validation;

        Draft(SearchOptions options) {
            this.operators = options.operators;
            this.evaluations = options.evaluations;
            this.maxSize = options.maxSize;
            this.maxDepth = options.maxDepth;
            this.populations = options.populations;
            this.populationSize = options.populationSize;
            this.parsimony = options.parsimony;
            this.searchRows = options.searchRows;
            this.precision = options.precision;
            this.evolution = options.evolution;
            this.fitSteps = options.fitSteps;
            this.library = options.library;
            this.constraints = options.constraints;
            this.evolutionOptions = options.evolutionOptions;
            this.validation = options.validation;
        }

        SearchOptions options() {
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
                    library,
                    constraints,
                    evolutionOptions,
                    validation);
        }
    }
}
