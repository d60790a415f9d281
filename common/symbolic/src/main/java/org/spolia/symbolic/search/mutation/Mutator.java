package org.spolia.symbolic.search.mutation;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.Simplifier;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.Mutation;
import org.spolia.symbolic.special.Exponential;
import org.spolia.symbolic.special.Logarithm;

/**
 * Makes children from parents. The mutations are those of SymbolicRegression.jl (Cranmer, arXiv 2305.01582, algorithm
 * "Mutations"), written as splices of postfix arrays.
 */
public final class Mutator implements Variation {
    private final TreeGenerator generator;
    private final Simplifier simplifier;
    private final int maxSize;
    private final EvolutionOptions options;
    private final double[] weights;

    public Mutator(TreeGenerator generator, Simplifier simplifier, int maxSize, EvolutionOptions options) {
        this.options = options;
        this.weights = options.mutationWeights().byKind();
        this.generator = generator;
        this.simplifier = simplifier;
        this.maxSize = maxSize;
    }

    @Override
    public void start(Tree tree, Randomness random) {
        generator.start(tree, maxSize, random);
    }

    @Override
    public void startPlain(Tree tree) {
        tree.clear().constant(1);
    }

    @Override
    public Mutation draw(Tree parent, Randomness random) {
        boolean leafRoot = parent.size() == 1;
        boolean constantRoot = leafRoot && parent.opcode(0) == Opcode.CONSTANT;
        int constants = parent.constantCount();
        boolean binary = false;
        for (int node = 0; node < parent.size() && !binary; node++) {
            binary = Opcode.arity(parent.opcode(node)) >= 2;
        }
        boolean full = parent.size() >= maxSize;
        double total = 0;
        for (int pass = 0; ; pass++) {
            double left = pass == 0 ? 0 : random.nextDouble() * total;
            for (int kind = 0; kind < Mutation.COUNT; kind++) {
                Mutation mutation = MUTATIONS[kind];
                boolean possible = switch (mutation) {
                    case CONSTANT, OPTIMIZE -> constants > 0;
                    case OPERATOR, DELETE, SIMPLIFY, ROTATE -> !leafRoot;
                    case SWAP -> binary;
                    case FEATURE -> !constantRoot && generator.variables() > 1;
                    case ADD, INSERT -> !full;
                    case RANDOMIZE, NOTHING -> true;
                };
                double weight = weights[kind];
                if (!possible || weight == 0) {
                    continue;
                }
                if (mutation == Mutation.CONSTANT) {
                    weight *= Math.min(8, constants) / 8.0;
                }
                if (pass == 0) {
                    total += weight;
                } else {
                    left -= weight;
                    if (left <= 0) {
                        return mutation;
                    }
                }
            }
            if (pass > 0) {
                return Mutation.NOTHING;
            }
        }
    }

    private static final Mutation[] MUTATIONS = Mutation.values();

    @Override
    public boolean mutate(Mutation mutation, Tree parent, Tree child, double temperature, Randomness random) {
        switch (mutation) {
            case CONSTANT -> {
                return constant(parent, child, temperature, random);
            }
            case OPERATOR -> {
                child.copyFrom(parent);
                int node = pick(child, 1, random);
                child.setOpcode(node, generator.operatorLike(child.opcode(node), random));
            }
            case FEATURE -> {
                return feature(parent, child, random);
            }
            case SWAP -> swap(parent, child, random);
            case ADD -> add(parent, child, random);
            case INSERT -> wrap(parent, child, random.nextInt(parent.size()), random);
            case DELETE -> delete(parent, child, random);
            case ROTATE -> {
                return rotate(parent, child, random);
            }
            case RANDOMIZE -> generator.grow(child, 1 + random.nextInt(maxSize), random);
            case SIMPLIFY -> {
                child.copyFrom(parent);
                return simplifier.simplify(child);
            }
            case NOTHING, OPTIMIZE -> child.copyFrom(parent);
        }
        return true;
    }

    /** Returns a node with at least {@code operands} operands, or -1. */
    private static int pick(Tree tree, int operands, Randomness random) {
        int count = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (Opcode.arity(tree.opcode(node)) >= operands) {
                count++;
            }
        }
        if (count == 0) {
            return -1;
        }
        int wanted = random.nextInt(count);
        for (int node = 0; ; node++) {
            if (Opcode.arity(tree.opcode(node)) >= operands && wanted-- == 0) {
                return node;
            }
        }
    }

    private static int pickLeaf(Tree tree, int opcode, Randomness random) {
        int count = 0;
        for (int node = 0; node < tree.size(); node++) {
            count += tree.opcode(node) == opcode ? 1 : 0;
        }
        if (count == 0) {
            return -1;
        }
        int wanted = random.nextInt(count);
        for (int node = 0; ; node++) {
            if (tree.opcode(node) == opcode && wanted-- == 0) {
                return node;
            }
        }
    }

    private boolean constant(Tree parent, Tree child, double temperature, Randomness random) {
        child.copyFrom(parent);
        int node = pickLeaf(child, Opcode.CONSTANT, random);
        if (node < 0) {
            return false;
        }
        double factor =
                Exponential.exp(random.nextDouble() * Logarithm.log(options.perturbationFactor() * temperature + 1.1));
        if (random.nextBoolean()) {
            factor = 1 / factor;
        }
        if (random.nextDouble() < options.probabilityNegateConstant()) {
            factor = -factor;
        }
        child.setValue(node, child.value(node) * factor);
        return true;
    }

    private boolean feature(Tree parent, Tree child, Randomness random) {
        child.copyFrom(parent);
        int node = pickLeaf(child, Opcode.VARIABLE, random);
        if (node < 0) {
            return false;
        }
        int other = random.nextInt(generator.variables() - 1);
        child.setArgument(node, other >= child.argument(node) ? other + 1 : other);
        return true;
    }

    private static void swap(Tree parent, Tree child, Randomness random) {
        int node = pick(parent, 2, random);
        int end = node;
        if (Opcode.arity(parent.opcode(node)) > 2 && random.nextBoolean()) {
            end = parent.start(node - 1);
        }
        int right = parent.start(end - 1);
        int left = parent.start(right - 1);
        child.clear().append(parent, 0, left).append(parent, right, end).append(parent, left, right);
        child.append(parent, end, parent.size());
    }

    private void add(Tree parent, Tree child, Randomness random) {
        if (random.nextBoolean()) {
            child.copyFrom(parent);
            generator.growAt(child, generator.randomLeaf(child, random), generator.operator(random), random);
        } else {
            wrap(parent, child, parent.size() - 1, random);
        }
    }

    /** Makes a sub-tree a random operand of a new operator whose other operands are new leaves. */
    private void wrap(Tree parent, Tree child, int node, Randomness random) {
        int opcode = generator.operator(random);
        int start = parent.start(node);
        child.clear().append(parent, 0, start);
        int leaves = Opcode.arity(opcode) - 1;
        while (leaves > 0 && !random.nextBoolean()) {
            generator.leaf(child, random);
            leaves--;
        }
        child.append(parent, start, node + 1);
        while (leaves-- > 0) {
            generator.leaf(child, random);
        }
        child.operator(opcode).append(parent, node + 1, parent.size());
    }

    private static void delete(Tree parent, Tree child, Randomness random) {
        int node = pick(parent, 1, random);
        int start = parent.start(node);
        int to = node;
        int from = parent.start(to - 1);
        while (from > start && !random.nextBoolean()) {
            to = from;
            from = parent.start(to - 1);
        }
        child.clear().append(parent, 0, start).append(parent, from, to).append(parent, node + 1, parent.size());
    }

    /**
     * Rotates root r with operand p, and p with operand g: p takes the place of r, r the place of g, and g the place of
     * p. Of three operands, the first takes no part.
     */
    private static boolean rotate(Tree parent, Tree child, Randomness random) {
        int count = 0;
        for (int node = 0; node < parent.size(); node++) {
            count += hasOperatorBelow(parent, node) ? 1 : 0;
        }
        if (count == 0) {
            return false;
        }
        int wanted = random.nextInt(count);
        int root = 0;
        while (!hasOperatorBelow(parent, root) || wanted-- > 0) {
            root++;
        }
        int rootStart = parent.start(root);
        int rightStart = parent.start(root - 1);
        boolean leftIsOperator = rightStart > rootStart && Opcode.arity(parent.opcode(rightStart - 1)) > 0;
        boolean rightIsOperator = Opcode.arity(parent.opcode(root - 1)) > 0;
        boolean pivotRight = rightIsOperator && (!leftIsOperator || random.nextBoolean());
        int pivot = pivotRight ? root - 1 : rightStart - 1;
        int pivotStart = parent.start(pivot);
        int pivotRightStart = parent.start(pivot - 1);
        boolean grandRight = pivotRightStart == pivotStart || random.nextBoolean();
        int grandFrom = grandRight ? pivotRightStart : parent.start(pivotRightStart - 1);
        int grandTo = grandRight ? pivot : pivotRightStart;
        child.clear().append(parent, 0, rootStart);
        child.append(parent, pivotStart, grandFrom);
        child.append(parent, rootStart, pivotStart).append(parent, grandFrom, grandTo);
        child.append(parent, pivot + 1, root + 1);
        child.append(parent, grandTo, pivot + 1);
        child.append(parent, root + 1, parent.size());
        return true;
    }

    private static boolean hasOperatorBelow(Tree tree, int node) {
        int arity = Opcode.arity(tree.opcode(node));
        if (arity == 0) {
            return false;
        }
        if (Opcode.arity(tree.opcode(node - 1)) > 0) {
            return true;
        }
        return arity > 1 && Opcode.arity(tree.opcode(tree.start(node - 1) - 1)) > 0;
    }

    @Override
    public void cross(Tree first, Tree second, Tree firstChild, Tree secondChild, Randomness random) {
        int firstNode = random.nextInt(first.size());
        int secondNode = random.nextInt(second.size());
        int firstStart = first.start(firstNode);
        int secondStart = second.start(secondNode);
        graft(first, firstStart, firstNode, second, secondStart, secondNode, firstChild);
        graft(second, secondStart, secondNode, first, firstStart, firstNode, secondChild);
    }

    private static void graft(Tree stock, int stockStart, int stockNode, Tree source, int start, int node, Tree child) {
        child.clear().append(stock, 0, stockStart).append(source, start, node + 1);
        child.append(stock, stockNode + 1, stock.size());
    }
}
