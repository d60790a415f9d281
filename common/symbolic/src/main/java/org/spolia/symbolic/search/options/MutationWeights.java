package org.spolia.symbolic.search.options;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;
import org.spolia.symbolic.key.SchemaName;

/**
 * How often each mutation is tried, relative to the others. Names and defaults are those of PySR 2.7.2
 * ({@code default_options} of SymbolicRegression.jl), found there by a search over benchmarks.
 */
@SchemaName("mutation-weights-config")
public record MutationWeights(
        @Key(value = "perturbs one constant", atLeast = 0) double mutateConstant,

        @Key(value = "replaces one operator by another of the same arity", atLeast = 0)
        double mutateOperator,

        @Key(value = "replaces one variable by another", atLeast = 0)
        double mutateFeature,

        @Key(value = "exchanges the operands of one operator", atLeast = 0)
        double swapOperands,

        @Key(value = "grows an operator at a leaf or above the root", atLeast = 0)
        double addNode,

        @Key(value = "puts an operator between a node and its parent", atLeast = 0)
        double insertNode,

        @Key(value = "replaces an operator by one of its operands", atLeast = 0)
        double deleteNode,

        @Key(value = "exchanges an operator with one below it", atLeast = 0)
        double rotateTree,

        @Key(value = "replaces the expression by a random one", atLeast = 0)
        double randomize,

        @Key(value = "folds and combines constants", atLeast = 0)
        double simplify,

        @Key(value = "copies the parent", atLeast = 0) double doNothing,

        @Key(value = "fits the constants of a copy", atLeast = 0)
        double optimize)
        implements Serializable {
    /** Values that suit most data. */
    public static final MutationWeights DEFAULT =
            new MutationWeights(0.0346, 0.293, 0.1, 0.198, 2.47, 0.0112, 0.870, 4.26, 0.000502, 0.00209, 0.273, 0);

    /** In the order of {@link Mutation}. */
    private static final RecordComponent[] COMPONENTS = MutationWeights.class.getRecordComponents();

    public MutationWeights {
        double sum = mutateConstant + mutateOperator + mutateFeature + swapOperands + addNode + insertNode;
        if (sum + deleteNode + rotateTree + randomize + simplify + doNothing + optimize == 0) {
            throw new InvalidValueException("", "all weights of mutations are 0; give one mutation a weight");
        }
    }

    /**
     * The defaults with some weights replaced.
     *
     * @param weights by their names in PySR, such as {@code add_node}; hyphens are allowed
     * @throws IllegalArgumentException if a mutation is unknown
     */
    public static MutationWeights of(Map<String, Double> weights) {
        Map<String, Double> changes = new HashMap<>();
        weights.forEach((name, weight) -> changes.put(COMPONENTS[kind(name).ordinal()].getName(), weight));
        return Records.with(DEFAULT, changes);
    }

    private static Mutation kind(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Mutation.values())
                .filter(kind -> kind.text().equals(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not a mutation; mutations are "
                        + Arrays.stream(Mutation.values()).map(Mutation::text).collect(Collectors.joining(", "))));
    }

    /** The weights in the order of the kinds. */
    public double[] byKind() {
        return Arrays.stream(COMPONENTS)
                .mapToDouble(component -> (double) Records.value(this, component))
                .toArray();
    }
}
