package org.spolia.experiment.configuration.search;

import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.search.options.MutationWeights;

/** How often each mutation is tried, relative to the others; 0 for never. Names and defaults are those of PySR. */
public record MutationWeightsConfig(
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

        @Key(value = "starts afresh", atLeast = 0) double randomize,

        @Key(value = "folds and joins constants", atLeast = 0)
        double simplify,

        @Key(value = "copies the parent", atLeast = 0) double doNothing,

        @Key(value = "fits the constants of a copy", atLeast = 0)
        double optimize) {
    public MutationWeightsConfig {
        double sum = mutateConstant + mutateOperator + mutateFeature + swapOperands + addNode + insertNode;
        if (sum + deleteNode + rotateTree + randomize + simplify + doNothing + optimize == 0) {
            throw new InvalidValueException("add-node", "all weights are 0; give one mutation a weight");
        }
    }

    public static MutationWeightsConfig defaults() {
        return of(MutationWeights.DEFAULT);
    }

    static MutationWeightsConfig of(MutationWeights weights) {
        return new MutationWeightsConfig(
                weights.mutateConstant(),
                weights.mutateOperator(),
                weights.mutateFeature(),
                weights.swapOperands(),
                weights.addNode(),
                weights.insertNode(),
                weights.deleteNode(),
                weights.rotateTree(),
                weights.randomize(),
                weights.simplify(),
                weights.doNothing(),
                weights.optimize());
    }

    MutationWeights weights() {
        return new MutationWeights(
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
                optimize);
    }
}
