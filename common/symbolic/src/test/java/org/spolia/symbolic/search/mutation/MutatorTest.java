package org.spolia.symbolic.search.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.RandomTrees;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.Simplifier;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.Mutation;

class MutatorTest {
    private static final OperatorSet OPERATORS =
            OperatorSet.of(List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "sin", "clamp", "twice(x) = x + x"));
    private static final int CAPACITY = 100;

    private final TreeGenerator generator = new TreeGenerator(OPERATORS, 3, CAPACITY);
    private final Simplifier simplifier = new Simplifier(CAPACITY);
    private final Mutator mutator = new Mutator(generator, simplifier, 40, EvolutionOptions.DEFAULT);
    private final Randomness random = new Randomness();

    @Property(tries = 3000)
    void everyMutationMakesAWellFormedTree(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Tree parent = tree(seed, size);
        random.at(seed, 0, 0, 0);
        Mutation mutation = mutator.draw(parent, random);
        Tree child = new Tree(CAPACITY, OPERATORS.definitions());
        if (mutator.mutate(mutation, parent, child, 0.5, random)) {
            assertWellFormed(child);
        }
        for (Mutation each : Mutation.values()) {
            if (parent.size() > 3 && mutator.mutate(Mutation.ADD, parent, child, 0.5, random)) {
                assertWellFormed(child);
                Tree other = new Tree(CAPACITY, OPERATORS.definitions());
                boolean swappable = each != Mutation.SWAP || hasBinary(child);
                if (swappable && mutator.mutate(each, child, other, 0.5, random)) {
                    assertWellFormed(other);
                }
            }
        }
    }

    @Property(tries = 2000)
    void rotationKeepsTheNodes(@ForAll long seed, @ForAll @IntRange(min = 3, max = 40) int size) {
        Tree parent = tree(seed, size);
        Tree child = new Tree(CAPACITY);
        if (mutator.mutate(Mutation.ROTATE, parent, child, 0.5, random.at(seed, 1, 0, 0))) {
            assertWellFormed(child);
            assertThat(nodes(child)).isEqualTo(nodes(parent));
        }
    }

    @Property(tries = 2000)
    void crossoverKeepsTheNodesOfBothParents(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Tree first = tree(seed, size);
        Tree second = tree(seed + 1, 41 - size);
        Tree firstChild = new Tree(CAPACITY);
        Tree secondChild = new Tree(CAPACITY);
        mutator.cross(first, second, firstChild, secondChild, random.at(seed, 2, 0, 0));
        assertWellFormed(firstChild);
        assertWellFormed(secondChild);
        TreeMap<String, Integer> before = nodes(first);
        nodes(second).forEach((node, count) -> before.merge(node, count, Integer::sum));
        TreeMap<String, Integer> after = nodes(firstChild);
        nodes(secondChild).forEach((node, count) -> after.merge(node, count, Integer::sum));
        assertThat(after).isEqualTo(before);
    }

    @Property(tries = 2000)
    void simplifyingKeepsTheValues(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Tree tree = tree(seed, size);
        Expression before = tree.toExpression();
        double[][] columns = {{0.3, 1.7}, {2.1, 0.4}, {1.1, 5.2}};
        double[] expected = new Evaluator().predict(before, columns);
        simplifier.simplify(tree);
        assertWellFormed(tree);
        double[] actual = new Evaluator().predict(tree.toExpression(), columns);
        for (int row = 0; row < 2; row++) {
            if (Double.isFinite(expected[row]) && Math.abs(expected[row]) < 1e100 && wellConditioned(before)) {
                assertThat(actual[row]).isCloseTo(expected[row], org.assertj.core.data.Percentage.withPercentage(1e-4));
            }
        }
    }

    /**
     * Nested powers, exponentials and sines of large values magnify the rounding of a joined constant without limit.
     */
    private static boolean wellConditioned(Expression expression) {
        return expression.operatorCounts().keySet().stream()
                .noneMatch(name -> List.of("pow", "exp", "sin", "-").contains(name));
    }

    private static Tree tree(long seed, int size) {
        return new Tree(CAPACITY)
                .copyFrom(new RandomTrees(new SplittableRandom(seed), OPERATORS, 3)
                        .next(size)
                        .toTree());
    }

    private static boolean hasBinary(Tree tree) {
        for (int node = 0; node < tree.size(); node++) {
            if (Opcode.arity(tree.opcode(node)) > 1) {
                return true;
            }
        }
        return false;
    }

    private static void assertWellFormed(Tree tree) {
        assertThat(tree.size()).isPositive();
        assertThat(tree.start(tree.size() - 1)).isZero();
        int open = 0;
        for (int node = 0; node < tree.size(); node++) {
            open += 1 - Opcode.arity(tree.opcode(node));
            assertThat(open).isPositive();
        }
        assertThat(open).isEqualTo(1);
    }

    private static TreeMap<String, Integer> nodes(Tree tree) {
        TreeMap<String, Integer> nodes = new TreeMap<>();
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            String name = Opcode.arity(opcode) > 0
                    ? tree.definitions().operator(opcode).name()
                    : opcode + ":" + tree.argument(node);
            nodes.merge(name + ":" + tree.value(node), 1, Integer::sum);
        }
        return nodes;
    }
}
