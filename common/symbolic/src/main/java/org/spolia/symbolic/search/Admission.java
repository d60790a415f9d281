package org.spolia.symbolic.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.Tree;

/** Tells the complexity of trees and which of them a search may keep. It owns buffers: one thread at a time may use it. */
final class Admission {
    private static final int OPCODES = 128;
    private static final int ANY = -1;

    private final SearchOptions options;
    private final boolean plain;
    private final boolean constrained;
    private final double[] complexities = new double[OPCODES];
    private final int[][] most = new int[OPCODES][];
    private final Nesting[] nestings;
    private final Optional<DimensionalAnalysis> dimensions;
    private final double[] stack;
    private final int[] depths;

    Admission(SearchOptions options) {
        Constraints constraints = options.constraints();
        this.options = options;
        this.plain = !constraints.changeComplexity();
        this.constrained = constraints.forbidSomething();
        int capacity = 2 * options.maxSize() + 16;
        this.stack = new double[capacity];
        this.depths = new int[capacity];
        this.dimensions = constraints.units().given()
                ? Optional.of(new DimensionalAnalysis(constraints.units(), capacity))
                : Optional.empty();
        Arrays.fill(complexities, 1);
        complexities[Opcode.CONSTANT] = constraints.complexityOfConstants();
        constraints.complexityOfOperators().forEach((name, complexity) -> complexities[opcode(name)] = complexity);
        constraints
                .constraints()
                .forEach((name, limits) -> most[opcode(name)] =
                        limits.stream().mapToInt(limit -> limit).toArray());
        this.nestings = constraints.nestedConstraints().entrySet().stream()
                .flatMap(outer -> outer.getValue().entrySet().stream()
                        .map(inner -> new Nesting(
                                opcode(outer.getKey()), opcode(inner.getKey()), inner.getValue(), capacity)))
                .toArray(Nesting[]::new);
    }

    private static int opcode(String name) {
        return Operator.named(name).orElseThrow().opcode();
    }

    /**
     * The sum over the nodes, rounded; their number unless the options say otherwise. A tree with more nodes than the greatest complexity
     * is too complex, however little they cost.
     */
    int complexity(Tree tree) {
        if (plain || tree.size() > options.maxSize()) {
            return tree.size();
        }
        double sum = 0;
        for (int node = 0; node < tree.size(); node++) {
            sum += complexity(tree, node);
        }
        return rounded(sum);
    }

    private static int rounded(double complexity) {
        return (int) Math.max(1, Math.rint(complexity));
    }

    private double complexity(Tree tree, int node) {
        int opcode = tree.opcode(node);
        return opcode == Opcode.VARIABLE ? ofVariable(tree.argument(node)) : complexities[opcode];
    }

    private double ofVariable(int variable) {
        List<Double> given = options.constraints().complexityOfVariables();
        return given.isEmpty() ? 1 : given.get(Math.min(variable, given.size() - 1));
    }

    /** What an operator with a constant for its other operand adds. */
    int withConstant(int opcode) {
        return rounded(complexities[opcode] + complexities[Opcode.CONSTANT]);
    }

    /** Whether a tree may be a member: it is within the limits of complexity and depth and obeys the constraints. */
    boolean admits(Tree tree) {
        return complexity(tree) <= options.maxSize() && tree.depth(depths) <= options.maxDepth() && obeys(tree);
    }

    /** Whether no part of a tree violates the constraints. */
    boolean obeys(Tree tree) {
        return (!constrained || isWellFormed(tree))
                && (dimensions.isEmpty() || dimensions.get().isConsistent(tree));
    }

    /**
     * Whether a tree that obeys is a model as it stands: it has the unit of the target. A constant alone always is one, since it stands
     * for having found nothing.
     */
    boolean isModel(Tree tree) {
        return dimensions.isEmpty()
                || tree.size() == 1 && tree.opcode(0) == Opcode.CONSTANT
                || dimensions.get().givesTarget(tree);
    }

    private boolean isWellFormed(Tree tree) {
        int top = 0;
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            int arity = Opcode.arity(opcode);
            top -= arity;
            double sum = complexity(tree, node);
            for (int argument = 0; argument < arity; argument++) {
                int limit = most[opcode] == null ? ANY : most[opcode][argument];
                if (limit != ANY && stack[top + argument] > limit) {
                    return false;
                }
                sum += stack[top + argument];
            }
            for (Nesting nesting : nestings) {
                if (!nesting.allows(opcode, arity, top)) {
                    return false;
                }
            }
            stack[top++] = sum;
        }
        return true;
    }

    /** At most so many inner operators below each other within an outer one, which does not count itself. */
    private static final class Nesting {
        private final int outer;
        private final int inner;
        private final int most;
        private final int[] counts;

        Nesting(int outer, int inner, int most, int capacity) {
            this.outer = outer;
            this.inner = inner;
            this.most = most;
            this.counts = new int[capacity];
        }

        /** Folds the operands at {@code top} and above into the node. */
        boolean allows(int opcode, int arity, int top) {
            int below = 0;
            for (int argument = 0; argument < arity; argument++) {
                below = Math.max(below, counts[top + argument]);
            }
            counts[top] = below + (opcode == inner ? 1 : 0);
            return opcode != outer || below <= most;
        }
    }
}
