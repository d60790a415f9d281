package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final OperatorSet OPERATORS =
            OperatorSet.of(List.of("+", "*", "sin", "neg", "clamp", "hill(x, k) = x/(x + k)", "bell(x) = exp(-x^2)"));

    /** Computed from the leaves up: the sub-tree of an operator begins where that of its first operand does. */
    @Property(tries = 500)
    void theSubTreeOfANodeBeginsWithItsFirstOperand(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Tree tree = random(seed, size);
        Deque<Integer> starts = new ArrayDeque<>();
        for (int node = 0; node < tree.size(); node++) {
            int start = node;
            for (int operand = 0; operand < Opcode.arity(tree.opcode(node)); operand++) {
                start = starts.pop();
            }
            starts.push(start);

            assertThat(tree.start(node)).isEqualTo(start);
        }
        assertThat(starts).containsExactly(0);
    }

    @Property(tries = 500)
    void theDepthIsTheLongestPathToALeaf(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Tree tree = random(seed, size);
        int longest = 0;
        for (int leaf = 0; leaf < tree.size(); leaf++) {
            int above = 0;
            for (int node = leaf; node < tree.size(); node++) {
                above += tree.start(node) <= leaf ? 1 : 0;
            }
            longest = Math.max(longest, above);
        }
        assertThat(tree.depth()).isEqualTo(longest);
        assertThat(tree.toExpression().depth()).isEqualTo(longest);
    }

    /** A definition takes one pass over the rows for each operator of its formula, each other node takes one. */
    @Property(tries = 500)
    void aDefinedOperatorTakesThePassesOfItsFormula(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Tree tree = random(seed, size);
        int passes = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (Opcode.isDefined(tree.opcode(node))) {
                passes += switch (OPERATORS.definitions().of(tree.opcode(node)).name()) {
                    case "clamp", "hill" -> 2;
                    default -> 3;
                };
            } else {
                passes++;
            }
        }
        assertThat(tree.passes()).isEqualTo(passes);
    }

    @Property(tries = 500)
    void aTreeAndItsExpressionHaveTheSameNodes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Tree tree = random(seed, size);
        Expression expression = tree.toExpression();
        Tree copy = new Tree(size + 3).copyFrom(tree);

        assertThat(expression.toTree().toExpression()).isEqualTo(expression).hasSameHashCodeAs(expression);
        assertThat(copy.toExpression()).isEqualTo(expression);
        assertThat(copy.constantCount()).isEqualTo(expression.constants().length);
        assertThat(expression.hasDefined()).isEqualTo(tree.hasDefined());
        for (int node = 0; node < size; node++) {
            assertThat(expression.opcode(node)).isEqualTo(tree.opcode(node));
            assertThat(expression.argument(node)).isEqualTo(tree.argument(node));
            assertThat(expression.value(node)).isEqualTo(tree.value(node));
        }
    }

    @Test
    void aTreeHasRoomUpToItsCapacity() {
        Tree tree = new Tree(3).variable(0).constant(2);

        assertThat(tree.capacity()).isEqualTo(3);
        assertThat(tree.hasRoom(1)).isTrue();
        assertThat(tree.hasRoom(2)).isFalse();
        assertThat(tree.clear().hasRoom(3)).isTrue();
    }

    @Test
    void nodesAreReplacedAndRemovedInPlace() {
        Tree tree = new Tree(4).variable(0).constant(2).operator(Opcode.ADD).operator(Opcode.SIN);
        tree.setArgument(0, 1);
        tree.setValue(1, 3);
        tree.setOpcode(2, Opcode.MUL);

        assertThat(tree.truncate(3).toExpression().infix(List.of("x", "y"))).isEqualTo("y*3");
        assertThat(tree.constantCount()).isEqualTo(1);
    }

    @Test
    void partsBringTheirDefinitions() {
        Tree hill = Expression.parse("hill(x, 2)", List.of("x"), OPERATORS.definitions())
                .toTree();
        Tree tree = new Tree(5).constant(1);

        assertThat(tree.hasDefined()).isFalse();
        tree.append(hill, 0, hill.size()).operator(Opcode.ADD);
        assertThat(tree.hasDefined()).isTrue();
        assertThat(tree.toExpression().infix(List.of("x"))).isEqualTo("1 + hill(x, 2)");
    }

    @Test
    void definitionsThatNoNodeUsesAreNotPartOfAnExpression() {
        Tree tree = new Tree(1, OPERATORS.definitions()).variable(0);

        assertThat(tree.hasDefined()).isFalse();
        assertThat(tree.toExpression()).isEqualTo(Expression.parse("x", List.of("x")));
    }

    private static Tree random(long seed, int size) {
        return new RandomTrees(new SplittableRandom(seed), OPERATORS, 3)
                .next(size)
                .toTree();
    }
}
