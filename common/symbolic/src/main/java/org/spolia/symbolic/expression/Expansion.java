package org.spolia.symbolic.expression;

/**
 * A tree with formulas in place of the operators that they define, as a program for a machine with a stack. The operands of such an
 * operator come first and stay where they are; {@link Opcode#OPERAND} puts the value at a place of the stack on top once more, so an
 * operand is computed once however often the formula uses it; {@link Opcode#RESULT} moves the value of the formula down to the place of
 * the first operand. Both have the place as argument. A constant of a formula has argument 1, any other 0. It owns its buffer: one
 * thread at a time may use it.
 */
public final class Expansion {
    /** The argument of a constant that belongs to a formula. */
    public static final int FIXED = 1;

    private Tree program = new Tree(0);
    private int height;

    /** The program of a tree; the tree itself where formulas define nothing in it. Valid until the next call. */
    public Tree of(Tree tree) {
        if (!tree.hasDefined()) {
            return tree;
        }
        int size = size(tree);
        if (program.capacity() < size) {
            program = new Tree(2 * size);
        }
        program.clear();
        height = 0;
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            if (Opcode.isDefined(opcode)) {
                inline(tree.definitions().of(opcode).formula(), height - Opcode.arity(opcode));
            } else {
                program.copyNode(tree, node);
                height += 1 - Opcode.arity(opcode);
            }
        }
        return program;
    }

    private static int size(Tree tree) {
        int size = tree.size();
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            size += Opcode.isDefined(opcode)
                    ? tree.definitions().of(opcode).formula().size()
                    : 0;
        }
        return size;
    }

    private void inline(Expression formula, int first) {
        for (int node = 0; node < formula.size(); node++) {
            int opcode = formula.opcode(node);
            switch (opcode) {
                case Opcode.VARIABLE -> program.place(Opcode.OPERAND, first + formula.argument(node));
                case Opcode.CONSTANT -> program.constant(formula.value(node)).setArgument(program.size() - 1, FIXED);
                default -> program.operator(opcode);
            }
        }
        program.place(Opcode.RESULT, first);
        height = first + 1;
    }
}
