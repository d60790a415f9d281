package org.spolia.symbolic.search.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.spolia.symbolic.expression.Decimal;

/**
 * How often each mutation is tried, relative to the others. Names and defaults are those of PySR 2.7.2 ({@code default_options} of
 * SymbolicRegression.jl), found there by a search over benchmarks.
 *
 * @param mutateConstant perturbs one constant
 * @param mutateOperator replaces one operator by another of the same arity
 * @param mutateFeature replaces one variable by another
 * @param swapOperands exchanges the operands of one operator
 * @param addNode grows an operator at a leaf or above the root
 * @param insertNode puts an operator between a node and its parent
 * @param deleteNode replaces an operator by one of its operands
 * @param rotateTree exchanges an operator with one below it
 * @param randomize starts afresh
 * @param simplify folds and joins constants
 * @param doNothing copies the parent
 * @param optimize fits the constants of a copy
 */
public record MutationWeights(
        double mutateConstant,
        double mutateOperator,
        double mutateFeature,
        double swapOperands,
        double addNode,
        double insertNode,
        double deleteNode,
        double rotateTree,
        double randomize,
        double simplify,
        double doNothing,
        double optimize) {
    /** What suits most data. */
    public static final MutationWeights DEFAULT =
            new MutationWeights(0.0346, 0.293, 0.1, 0.198, 2.47, 0.0112, 0.870, 4.26, 0.000502, 0.00209, 0.273, 0);

    public MutationWeights {
        double[] weights = {
            mutateConstant,
            mutateOperator,
            mutateFeature,
            swapOperands,
            addNode,
            insertNode,
            deleteNode,
            rotateTree,
            randomize,
            simplify,
            doNothing,
            optimize
        };
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weights of mutations must be >= 0 and finite: " + Decimal.shortest(weight));
            }
        }
        if (Arrays.stream(weights).sum() == 0) {
            throw new IllegalArgumentException("all weights of mutations are 0; give one mutation a weight");
        }
    }

    /**
     * The defaults with some weights in their places.
     *
     * @param weights by name as PySR has it, such as {@code add_node}; hyphens are as good
     * @throws IllegalArgumentException if there is no such mutation
     */
    public static MutationWeights of(Map<String, Double> weights) {
        double[] values = DEFAULT.byKind();
        weights.forEach((name, weight) -> values[kind(name).ordinal()] = weight);
        return new MutationWeights(
                values[Mutation.CONSTANT.ordinal()],
                values[Mutation.OPERATOR.ordinal()],
                values[Mutation.FEATURE.ordinal()],
                values[Mutation.SWAP.ordinal()],
                values[Mutation.ADD.ordinal()],
                values[Mutation.INSERT.ordinal()],
                values[Mutation.DELETE.ordinal()],
                values[Mutation.ROTATE.ordinal()],
                values[Mutation.RANDOMIZE.ordinal()],
                values[Mutation.SIMPLIFY.ordinal()],
                values[Mutation.NOTHING.ordinal()],
                values[Mutation.OPTIMIZE.ordinal()]);
    }

    private static Mutation kind(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Mutation.values())
                .filter(kind -> kind.text().equals(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no mutation; mutations are "
                        + Arrays.stream(Mutation.values()).map(Mutation::text).collect(Collectors.joining(", "))));
    }

    /** The weights in the order of the kinds. */
    public double[] byKind() {
        return Arrays.stream(Mutation.values()).mapToDouble(this::of).toArray();
    }

    private double of(Mutation mutation) {
        return switch (mutation) {
            case CONSTANT -> mutateConstant;
            case OPERATOR -> mutateOperator;
            case FEATURE -> mutateFeature;
            case SWAP -> swapOperands;
            case ADD -> addNode;
            case INSERT -> insertNode;
            case DELETE -> deleteNode;
            case ROTATE -> rotateTree;
            case RANDOMIZE -> randomize;
            case SIMPLIFY -> simplify;
            case NOTHING -> doNothing;
            case OPTIMIZE -> optimize;
        };
    }
}
