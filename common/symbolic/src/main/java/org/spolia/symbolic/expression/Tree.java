package org.spolia.symbolic.expression;

import java.util.Arrays;

/**
 * A mutable expression in postfix order with a fixed capacity. A search fills, copies and splices trees instead of
 * allocating. The sub-tree of a node is the contiguous range from {@link #start} to the node itself.
 */
public final class Tree {
    private final int[] opcodes;
    private final int[] arguments;
    private final double[] values;
    private Definitions definitions;
    private int size;

    public Tree(int capacity) {
        this(capacity, Definitions.NONE);
    }

    /** Creates a tree that may have defined operators. Parts appended from other trees bring their definitions. */
    public Tree(int capacity, Definitions definitions) {
        this.definitions = definitions;
        this.opcodes = new int[capacity];
        this.arguments = new int[capacity];
        this.values = new double[capacity];
    }

    public int size() {
        return size;
    }

    public int capacity() {
        return opcodes.length;
    }

    /** Returns whether {@code nodes} more nodes can be appended. */
    public boolean hasRoom(int nodes) {
        return nodes <= opcodes.length - size;
    }

    /** The definitions that its opcodes refer to. */
    public Definitions definitions() {
        return definitions;
    }

    /** Returns whether formulas define some of its operators, or it belongs to a template. */
    public boolean hasDefined() {
        if (definitions.isEmpty()) {
            return false;
        }
        if (isForm()) {
            return true;
        }
        for (int node = 0; node < size; node++) {
            if (Opcode.isDefined(opcodes[node])) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether it holds the sub-expressions of a {@link Template}. */
    public boolean isForm() {
        return size > 0 && opcodes[size - 1] == Opcode.FORM;
    }

    /** The passes over the rows of one evaluation: one for each node, or for each operator of its formula. */
    public int passes() {
        if (definitions.isEmpty()) {
            return size;
        }
        return isForm() ? definitions.template().orElseThrow().passes(this) : passes(0, size);
    }

    int passes(int from, int to) {
        int passes = 0;
        for (int node = from; node < to; node++) {
            passes += Opcode.isDefined(opcodes[node])
                    ? definitions.of(opcodes[node]).passes()
                    : 1;
        }
        return passes;
    }

    public int opcode(int node) {
        return opcodes[node];
    }

    /** The index of a variable or a parameter; 0 at every other node. */
    public int argument(int node) {
        return arguments[node];
    }

    /** The value of a constant; 0 at every other node. */
    public double value(int node) {
        return values[node];
    }

    public void setValue(int node, double value) {
        values[node] = value;
    }

    public void setOpcode(int node, int opcode) {
        opcodes[node] = opcode;
    }

    public void setArgument(int node, int argument) {
        arguments[node] = argument;
    }

    /** Adds definitions that appended opcodes may refer to. */
    public Tree adopt(Definitions definitions) {
        this.definitions = definitions;
        return this;
    }

    public Tree clear() {
        size = 0;
        return this;
    }

    /** Removes the nodes from index {@code size} on. */
    public Tree truncate(int size) {
        this.size = size;
        return this;
    }

    public Tree constant(double value) {
        return push(Opcode.CONSTANT, 0, value);
    }

    public Tree variable(int index) {
        return push(Opcode.VARIABLE, index, 0);
    }

    public Tree parameter(int index) {
        return push(Opcode.PARAMETER, index, 0);
    }

    public Tree operator(int opcode) {
        return push(opcode, 0, 0);
    }

    private Tree push(int opcode, int argument, double value) {
        opcodes[size] = opcode;
        arguments[size] = argument;
        values[size] = value;
        size++;
        return this;
    }

    /** Appends a node of another tree that is not a defined operator. */
    void copyNode(Tree source, int node) {
        push(source.opcodes[node], source.arguments[node], source.values[node]);
    }

    /**
     * In an {@link Expansion}: an instruction with a position of the stack; in the body of a {@link Template}: a call.
     */
    Tree place(int opcode, int place) {
        return push(opcode, place, 0);
    }

    /** Appends the nodes {@code from} (inclusive) to {@code to} (exclusive) of another tree. */
    public Tree append(Tree source, int from, int to) {
        if (!source.definitions.isEmpty()) {
            definitions = source.definitions;
        }
        int length = to - from;
        System.arraycopy(source.opcodes, from, opcodes, size, length);
        System.arraycopy(source.arguments, from, arguments, size, length);
        System.arraycopy(source.values, from, values, size, length);
        size += length;
        return this;
    }

    public Tree copyFrom(Tree source) {
        size = 0;
        return append(source, 0, source.size);
    }

    /** The first node of the sub-tree whose root is {@code node}. */
    public int start(int node) {
        int open = 1;
        int at = node;
        while (true) {
            open += Opcode.arity(opcodes[at]) - 1;
            if (open == 0) {
                return at;
            }
            at--;
        }
    }

    /**
     * The longest path from the root to a leaf, in nodes; in a tree of a template, the longest of all sub-expressions.
     */
    public int depth() {
        return depth(new int[size]);
    }

    /** Like {@link #depth()}, with a scratch array of at least {@link #size()} entries. */
    public int depth(int[] scratch) {
        int top = 0;
        for (int node = 0; node < size; node++) {
            int arity = Opcode.arity(opcodes[node]);
            if (arity == 0) {
                scratch[top++] = 1;
            } else if (arity == 1) {
                scratch[top - 1] += opcodes[node] == Opcode.FORM ? 0 : 1;
            } else {
                top -= arity - 1;
                for (int operand = 1; operand < arity; operand++) {
                    scratch[top - 1] = Math.max(scratch[top - 1], scratch[top - 1 + operand]);
                }
                scratch[top - 1] += opcodes[node] == Opcode.JOIN ? 0 : 1;
            }
        }
        return scratch[0];
    }

    /** The number of constants. */
    public int constantCount() {
        int count = 0;
        for (int node = 0; node < size; node++) {
            if (opcodes[node] == Opcode.CONSTANT) {
                count++;
            }
        }
        return count;
    }

    public Expression toExpression() {
        return new Expression(
                Arrays.copyOf(opcodes, size),
                Arrays.copyOf(arguments, size),
                Arrays.copyOf(values, size),
                hasDefined() ? definitions : Definitions.NONE);
    }
}
