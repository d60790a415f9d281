package org.spolia.symbolic.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.rows.ExpressionGraph.Node;

/**
 * The order in which the nodes of a graph are computed, with a bounded number of buffers. A value stays in its buffer
 * until its last use. If all buffers are taken, the value that is needed last loses its buffer (Belady, IBM Systems
 * Journal 5 (1966) 78) and is computed again where it is needed.
 */
final class Schedule {
    /**
     * A loop over the rows.
     *
     * @param left the first operand: a buffer, or a column as {@code -1 - column}
     * @param form as in {@link Form}
     */
    record Step(int opcode, Form form, int left, int right, double constant, int target) {}

    /** The operands of a step. */
    enum Form {
        UNARY,
        VECTORS,
        CONSTANT_RIGHT,
        CONSTANT_LEFT,
        /** The value of an expression is in {@code left}; {@code right} is its number. */
        RESULT,
        /** Like RESULT; the value is the constant in every row. */
        CONSTANT_RESULT
    }

    private static final int NONE = -1;

    private final ExpressionGraph graph;
    private final int most;
    private final List<Step> steps = new ArrayList<>();
    private final int[] slotOf;
    private final int[][] uses;
    private final int[] usesPassed;
    private final int[] nodeIn;
    private final int[] pins;
    private final int[] free;
    private int freeCount;
    private int slots;
    private int position;

    private Schedule(ExpressionGraph graph, int most) {
        this.graph = graph;
        this.most = most;
        this.slotOf = new int[graph.size()];
        this.uses = new int[graph.size()][];
        this.usesPassed = new int[graph.size()];
        this.pins = new int[graph.size()];
        this.nodeIn = new int[most];
        this.free = new int[most];
    }

    /** Returns the steps for all expressions of a graph, with at most {@code most} buffers unless a tree needs more. */
    static Schedule of(ExpressionGraph graph, int most) {
        Schedule schedule = new Schedule(graph, Math.max(most, height(graph) + 2));
        schedule.findUses();
        schedule.arrange();
        return schedule;
    }

    /** The most buffers that the computation of one node holds at a time: one for each level. */
    private static int height(ExpressionGraph graph) {
        int[] heights = new int[graph.size()];
        int most = 0;
        for (int number = 0; number < heights.length; number++) {
            Node node = graph.node(number);
            if (node.isStep()) {
                int right = node.right() == NONE ? 0 : heights[node.right()];
                heights[number] = 1 + Math.max(heights[node.left()], right);
                most = Math.max(most, heights[number]);
            }
        }
        return most;
    }

    /** Lists for each node the positions, in the order without a bound, at which it is an operand or a result. */
    private void findUses() {
        int[] order = new int[graph.size()];
        Arrays.fill(order, NONE);
        List<int[]> found = new ArrayList<>();
        int[] counts = new int[graph.size()];
        for (int expression = 0; expression < graph.expressions(); expression++) {
            visit(graph.root(expression), order, found, counts);
            use(graph.root(expression), position++, found, counts);
        }
        for (int number = 0; number < uses.length; number++) {
            uses[number] = new int[counts[number]];
        }
        Arrays.fill(counts, 0);
        for (int[] use : found) {
            uses[use[0]][counts[use[0]]++] = use[1];
        }
    }

    private void visit(int number, int[] order, List<int[]> found, int[] counts) {
        Node node = graph.node(number);
        if (!node.isStep() || order[number] != NONE) {
            return;
        }
        visit(node.left(), order, found, counts);
        if (node.right() != NONE) {
            visit(node.right(), order, found, counts);
        }
        order[number] = position;
        use(node.left(), position, found, counts);
        if (node.right() != NONE && node.right() != node.left()) {
            use(node.right(), position, found, counts);
        }
        position++;
    }

    private static void use(int number, int at, List<int[]> found, int[] counts) {
        found.add(new int[] {number, at});
        counts[number]++;
    }

    private void arrange() {
        Arrays.fill(slotOf, NONE);
        for (int slot = most - 1; slot >= 0; slot--) {
            free[freeCount++] = slot;
        }
        position = 0;
        for (int expression = 0; expression < graph.expressions(); expression++) {
            int root = graph.root(expression);
            Node node = graph.node(root);
            if (node.isConstant()) {
                steps.add(new Step(Opcode.CONSTANT, Form.CONSTANT_RESULT, 0, expression, node.value(), 0));
                position++;
                continue;
            }
            ensure(root);
            steps.add(new Step(node.opcode(), Form.RESULT, place(root), expression, 0, 0));
            pass(root, position++);
            release(root);
        }
    }

    /** Computes a node unless a buffer or a column has it. */
    private void ensure(int number) {
        Node node = graph.node(number);
        if (!node.isStep() || slotOf[number] != NONE) {
            return;
        }
        boolean again = usesPassed[number] > 0;
        ensure(node.left());
        pins[node.left()]++;
        if (node.right() != NONE) {
            ensure(node.right());
            pins[node.right()]++;
        }
        if (!again) {
            pass(node.left(), position);
            if (node.right() != NONE) {
                pass(node.right(), position);
            }
            position++;
        }
        Step step = step(node);
        pins[node.left()]--;
        release(node.left());
        if (node.right() != NONE) {
            pins[node.right()]--;
            release(node.right());
        }
        int slot = take();
        slotOf[number] = slot;
        nodeIn[slot] = number;
        steps.add(new Step(step.opcode(), step.form(), step.left(), step.right(), step.constant(), slot));
    }

    private Step step(Node node) {
        if (node.right() == NONE) {
            return new Step(node.opcode(), Form.UNARY, place(node.left()), 0, 0, 0);
        }
        Node left = graph.node(node.left());
        Node right = graph.node(node.right());
        if (right.isConstant()) {
            return new Step(node.opcode(), Form.CONSTANT_RIGHT, place(node.left()), 0, right.value(), 0);
        }
        if (left.isConstant()) {
            return new Step(node.opcode(), Form.CONSTANT_LEFT, 0, place(node.right()), left.value(), 0);
        }
        return new Step(node.opcode(), Form.VECTORS, place(node.left()), place(node.right()), 0, 0);
    }

    private int place(int number) {
        Node node = graph.node(number);
        return node.isColumn() ? -1 - node.left() : slotOf[number];
    }

    private void pass(int number, int at) {
        while (usesPassed[number] < uses[number].length && uses[number][usesPassed[number]] <= at) {
            usesPassed[number]++;
        }
    }

    private int nextUse(int number) {
        return usesPassed[number] < uses[number].length ? uses[number][usesPassed[number]] : Integer.MAX_VALUE;
    }

    /** Frees the buffer of a value that nothing needs any more. */
    private void release(int number) {
        if (slotOf[number] != NONE && pins[number] == 0 && nextUse(number) == Integer.MAX_VALUE) {
            drop(number);
        }
    }

    private void drop(int number) {
        free[freeCount++] = slotOf[number];
        slotOf[number] = NONE;
    }

    private int take() {
        if (freeCount == 0) {
            int victim = NONE;
            for (int slot = 0; slot < most; slot++) {
                int number = nodeIn[slot];
                if (pins[number] == 0 && (victim == NONE || nextUse(number) > nextUse(victim))) {
                    victim = number;
                }
            }
            drop(victim);
        }
        int slot = free[--freeCount];
        slots = Math.max(slots, slot + 1);
        return slot;
    }

    /** The steps in order. */
    List<Step> steps() {
        return steps;
    }

    /** The number of buffers. */
    int slots() {
        return slots;
    }

    /** The loops over rows, without the results. */
    int loops() {
        int loops = 0;
        for (Step step : steps) {
            loops += step.form() == Form.RESULT || step.form() == Form.CONSTANT_RESULT ? 0 : 1;
        }
        return loops;
    }
}
