package org.spolia.symbolic.search;

import java.util.Arrays;

/**
 * How often each mutation is tried, relative to the others. The defaults are those of PySR 2.7.2 ({@code default_options} of
 * SymbolicRegression.jl), found there by a search over benchmarks.
 */
record MutationWeights(
        double constant,
        double operator,
        double feature,
        double swap,
        double add,
        double insert,
        double delete,
        double rotate,
        double randomize,
        double simplify,
        double nothing) {
    static final MutationWeights DEFAULT =
            new MutationWeights(0.0346, 0.293, 0.1, 0.198, 2.47, 0.0112, 0.870, 4.26, 0.000502, 0.00209, 0.273);

    /** The weights in the order of the kinds. */
    double[] byKind() {
        return Arrays.stream(Mutation.values()).mapToDouble(this::of).toArray();
    }

    private double of(Mutation mutation) {
        return switch (mutation) {
            case CONSTANT -> constant;
            case OPERATOR -> operator;
            case FEATURE -> feature;
            case SWAP -> swap;
            case ADD -> add;
            case INSERT -> insert;
            case DELETE -> delete;
            case ROTATE -> rotate;
            case RANDOMIZE -> randomize;
            case SIMPLIFY -> simplify;
            case NOTHING -> nothing;
        };
    }
}
