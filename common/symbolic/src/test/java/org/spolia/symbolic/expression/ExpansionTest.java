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

class ExpansionTest {
    private static final List<String> VARIABLES = List.of("x", "y", "z");
    private static final OperatorSet OPERATORS =
            OperatorSet.of(List.of("+", "*", "sin", "clamp", "hill(x, k) = x/(x + k)", "bell(x) = exp(-x^2)"));

    /** Two independent ways to replace definitions by their formulas. */
    @Property(tries = 1000)
    void aProgramComputesTheExpandedExpression(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        RandomTrees trees = new RandomTrees(new SplittableRandom(seed), OPERATORS, 3);
        Expansion expansion = new Expansion();
        // The buffer of the first is used again, and has to grow or to be cut.
        for (Expression expression : List.of(trees.next(size), trees.next(41 - size), trees.next(size))) {
            assertThat(result(expansion.of(expression.toTree()))).isEqualTo(expression.expanded());
        }
    }

    /** Runs a program over expressions in the place of numbers. */
    private static Expression result(Tree program) {
        Deque<Expression> stack = new ArrayDeque<>();
        for (int at = 0; at < program.size(); at++) {
            int opcode = program.opcode(at);
            switch (opcode) {
                case Opcode.OPERAND -> {
                    Object[] below = stack.toArray();
                    stack.push((Expression) below[below.length - 1 - program.argument(at)]);
                }
                case Opcode.RESULT -> {
                    Expression value = stack.pop();
                    while (stack.size() > program.argument(at)) {
                        stack.pop();
                    }
                    stack.push(value);
                }
                case Opcode.CONSTANT -> stack.push(Expression.constant(program.value(at)));
                case Opcode.VARIABLE ->
                    stack.push(new Tree(1).variable(program.argument(at)).toExpression());
                default -> {
                    Expression last = stack.pop();
                    Tree whole = new Tree(1
                            + last.size()
                            + (stack.isEmpty() ? 0 : stack.peek().size()));
                    if (Opcode.arity(opcode) == 2) {
                        Tree first = stack.pop().toTree();
                        whole.append(first, 0, first.size());
                    }
                    whole.append(last.toTree(), 0, last.size());
                    stack.push(whole.operator(opcode).toExpression());
                }
            }
        }
        assertThat(stack).hasSize(1);
        return stack.pop();
    }

    @Test
    void aTreeOfBuiltInOperatorsIsItsOwnProgram() {
        Tree tree = Expression.parse("sin(x) + 2", VARIABLES).toTree();

        assertThat(new Expansion().of(tree)).isSameAs(tree);
    }

    @Test
    void constantsOfAFormulaAreMarked() {
        Tree program = new Expansion()
                .of(Expression.parse("half(x + 3)", VARIABLES, Definitions.parse(List.of("half(x) = x*0.5")))
                        .toTree());

        assertThat(program.size()).isEqualTo(7);
        assertThat(List.of(program.opcode(1), program.argument(1))).containsExactly(Opcode.CONSTANT, 0);
        assertThat(List.of(program.opcode(3), program.argument(3))).containsExactly(Opcode.OPERAND, 0);
        assertThat(List.of(program.opcode(4), program.argument(4))).containsExactly(Opcode.CONSTANT, Expansion.FIXED);
        assertThat(List.of(program.opcode(6), program.argument(6))).containsExactly(Opcode.RESULT, 0);
    }
}
