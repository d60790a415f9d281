package org.spolia.symbolic.search.front;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.options.Constraints;
import org.spolia.symbolic.search.options.NestedConstraint;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;

/**
 * Computes the complexity of trees and decides which of them a search may keep. It owns buffers and is not thread-safe.
 */
public final class AdmissionRules {
    private static final int ANY = -1;
    private static final int NO_OPERATOR = Opcode.LIMIT - 1;

    /** Reports write laws without defined operators, and such a text must stay readable. */
    private static final int MOST_WRITTEN_NODES = 2048;

    private static final int MOST_WRITTEN_DEPTH = 300;

    private final SearchOptions options;
    private final int spine;
    private final int values;
    private final boolean plain;
    private final boolean constrained;
    private final double[] complexities = new double[Opcode.LIMIT];
    private final int[][] most = new int[Opcode.LIMIT][];
    private final Nesting[] nestings;
    private final Optional<DimensionalAnalysis> dimensions;
    private final boolean dimensionsForbid;
    private final double penalty;
    private final Optional<ShapeProof> shape;
    private final double[] stack;
    private final int[] depths;

    public AdmissionRules(SearchOptions options) {
        Constraints constraints = options.constraints();
        this.options = options;
        this.spine = options.operators().template().map(Template::spine).orElse(0);
        this.values = options.operators()
                .template()
                .map(form -> form.parameters().size() * form.categories())
                .orElse(0);
        this.plain = !constraints.changeComplexity();
        this.constrained = constraints.forbidSomething();
        int capacity = options.treeCapacity();
        this.stack = new double[capacity];
        this.depths = new int[capacity];
        this.dimensions = constraints.units().given()
                ? Optional.of(new DimensionalAnalysis(constraints.units(), capacity))
                : Optional.empty();
        this.dimensionsForbid = dimensions.isPresent() && constraints.units().forbid();
        this.penalty = constraints.units().penalty();
        this.shape = constraints.shape().given() ? Optional.of(new ShapeProof(constraints.shape())) : Optional.empty();
        Arrays.fill(complexities, 1);
        complexities[Opcode.CONSTANT] = constraints.complexityOfConstants();
        complexities[Opcode.JOIN] = 0;
        complexities[Opcode.FORM] = 0;
        constraints
                .complexityOfOperators()
                .forEach(given -> complexities[opcode(given.operator())] = given.complexity());
        constraints
                .constraints()
                .forEach(given -> most[opcode(given.operator())] =
                        given.most().stream().mapToInt(limit -> limit).toArray());
        // The last one of two that are about the same operators.
        Map<List<String>, NestedConstraint> nested = new LinkedHashMap<>();
        constraints.nestedConstraints().forEach(given -> nested.put(List.of(given.operator(), given.inner()), given));
        this.nestings = nested.values().stream()
                .map(given -> new Nesting(opcode(given.operator()), opcode(given.inner()), given.most(), capacity))
                .toArray(Nesting[]::new);
    }

    /** Constraints may name operators that this search does not have. Defined operators among these have no number. */
    private int opcode(String text) {
        return options.operators()
                .find(text)
                .or(() -> Operator.named(text))
                .map(Operator::opcode)
                .orElse(NO_OPERATOR);
    }

    /**
     * Returns the rounded sum of the complexities of the nodes; the number of nodes unless the options have others. A
     * tree with more nodes than the greatest complexity is too complex at any price of its nodes. The fixed part of a
     * template and its parameters cost nothing, as in PySR.
     */
    public int complexity(Tree tree) {
        int nodes = tree.size() - spine;
        if (plain || nodes > options.maxSize()) {
            return nodes;
        }
        double sum = -values * complexities[Opcode.CONSTANT];
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

    /** The complexity that an operator with a constant as its other operand adds. */
    public int withConstant(int opcode) {
        return rounded(complexities[opcode] + complexities[Opcode.CONSTANT]);
    }

    /**
     * Returns whether a tree may be a member: it is within the limits of complexity and depth and satisfies the
     * constraints.
     */
    public boolean admits(Tree tree) {
        return complexity(tree) <= options.maxSize() && tree.depth(depths) <= options.maxDepth() && obeys(tree);
    }

    /** Returns whether no part of a tree violates the constraints. */
    public boolean obeys(Tree tree) {
        return (tree.definitions().isEmpty() || canBeWritten(tree))
                && (!constrained || isWellFormed(tree))
                && (!dimensionsForbid || dimensions.orElseThrow().isConsistent(tree));
    }

    /**
     * Returns whether a tree that satisfies the constraints is a complete model: it has the unit of the target and its
     * shape. A single constant always is, because it is the result of finding nothing.
     */
    public boolean isModel(Tree tree) {
        return isConstant(tree)
                || (!dimensionsForbid || dimensions.orElseThrow().givesTarget(tree))
                        && (shape.isEmpty() || shape.get().holds(Candidate.expression(tree)));
    }

    private static boolean isConstant(Tree tree) {
        return tree.size() == 1 && tree.opcode(0) == Opcode.CONSTANT;
    }

    /**
     * The amount added to the mean loss of a model whose dimensions are inconsistent or that does not have the unit of
     * the target.
     */
    public double penalty(Tree tree) {
        boolean fits = dimensions.isEmpty()
                || dimensionsForbid
                || isConstant(tree)
                || dimensions.get().givesTarget(tree);
        return fits ? 0 : penalty;
    }

    /** Like {@link #penalty}, for a tree with any slope and intercept, which may have units. */
    public double penaltyWithin(Tree tree) {
        boolean fits =
                dimensions.isEmpty() || dimensionsForbid || dimensions.get().isConsistent(tree);
        return fits ? 0 : penalty;
    }

    /** Returns whether the tree, with formulas in place of defined operators, is short enough to read. */
    private boolean canBeWritten(Tree tree) {
        int top = 0;
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            int arity = Opcode.arity(opcode);
            top -= arity;
            boolean defined = Opcode.isDefined(opcode);
            int deepest = 0;
            double operands = 0;
            for (int operand = top; operand < top + arity; operand++) {
                deepest = Math.max(deepest, depths[operand]);
                operands += stack[operand];
            }
            depths[top] = deepest + (defined ? tree.definitions().of(opcode).depth() : 1);
            stack[top] = defined ? writtenNodes(tree.definitions().of(opcode).formula(), top) : 1 + operands;
            if (depths[top] > MOST_WRITTEN_DEPTH || stack[top] > MOST_WRITTEN_NODES) {
                return false;
            }
            top++;
        }
        return true;
    }

    private double writtenNodes(Expression formula, int firstOperand) {
        double nodes = 0;
        for (int node = 0; node < formula.size(); node++) {
            boolean operand = formula.opcode(node) == Opcode.VARIABLE;
            nodes += operand ? stack[firstOperand + formula.argument(node)] : 1;
        }
        return nodes;
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

    /** The largest number of inner operators nested in each other within an outer one, which does not count itself. */
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

        /** Combines the operands at {@code top} and above into the node. */
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
