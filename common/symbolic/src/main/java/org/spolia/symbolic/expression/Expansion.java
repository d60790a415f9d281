package org.spolia.symbolic.expression;

/**
 * A tree whose defined operators are replaced by their formulas, as a program for a stack machine. The operands of a
 * defined operator come first and stay on the stack. {@link Opcode#OPERAND} pushes the value at a position of the stack
 * again, so an operand is computed once however often the formula uses it. {@link Opcode#RESULT} moves the value of the
 * formula to the position of the first operand. The position is the argument of both. A constant of a formula has
 * argument 1, any other constant 0. The sub-expressions of a {@link Template} are inserted at each call in the same
 * way. The instance owns its buffer and is not thread-safe.
 */
public final class Expansion {
    /** The argument of a constant that belongs to a formula. */
    public static final int FIXED = 1;

    private Tree program = new Tree(0);
    private int height;
    private int[] bounds = new int[0];

    /** Returns the program of a tree, or the tree itself if it has no defined operators. Valid until the next call. */
    public Tree of(Tree tree) {
        if (!tree.hasDefined()) {
            return tree;
        }
        if (tree.isForm()) {
            return ofForm(tree, tree.definitions().template().orElseThrow());
        }
        int size = size(tree);
        if (program.capacity() < size) {
            program = new Tree(2 * size);
        }
        program.clear();
        height = 0;
        for (int node = 0; node < tree.size(); node++) {
            append(tree, node);
        }
        return program;
    }

    private void append(Tree tree, int node) {
        int opcode = tree.opcode(node);
        if (Opcode.isDefined(opcode)) {
            inline(tree.definitions().of(opcode).formula(), height - Opcode.arity(opcode));
        } else {
            program.copyNode(tree, node);
            height += 1 - Opcode.arity(opcode);
        }
    }

    private Tree ofForm(Tree tree, Template template) {
        Tree body = template.body();
        int parameters = template.parameters().size();
        if (bounds.length < 2 * template.segments()) {
            bounds = new int[2 * template.segments()];
        }
        template.locate(tree, bounds);
        int size = size(body) + 4 * parameters * template.categories() + 1;
        for (int node = 0; node < body.size(); node++) {
            size += body.opcode(node) == Opcode.CALL ? 1 + size(tree) : 0;
        }
        if (program.capacity() < size) {
            program = new Tree(2 * size);
        }
        program.clear();
        height = 0;
        for (int parameter = 0; parameter < parameters; parameter++) {
            look(tree, template, template.functions().size() + parameter);
        }
        for (int node = 0; node < body.size(); node++) {
            switch (body.opcode(node)) {
                case Opcode.PARAMETER -> {
                    program.place(Opcode.OPERAND, body.argument(node));
                    height++;
                }
                case Opcode.CALL -> call(tree, template, body.argument(node));
                case Opcode.CONSTANT -> {
                    program.constant(body.value(node)).setArgument(program.size() - 1, FIXED);
                    height++;
                }
                default -> append(body, node);
            }
        }
        if (parameters > 0) {
            program.place(Opcode.RESULT, 0);
        }
        return program;
    }

    /** Appends the value of a parameter in a row: the sum of value times indicator over the categories. */
    private void look(Tree tree, Template template, int segment) {
        int category = 0;
        for (int node = bounds[2 * segment]; node < bounds[2 * segment + 1]; node++) {
            if (tree.opcode(node) == Opcode.JOIN) {
                continue;
            }
            program.copyNode(tree, node);
            program.variable(template.firstIndicator() + category).operator(Opcode.MUL);
            if (category > 0) {
                program.operator(Opcode.ADD);
            }
            category++;
        }
        height++;
    }

    private void call(Tree tree, Template template, int function) {
        int first = height - template.arguments(function).size();
        for (int node = bounds[2 * function]; node < bounds[2 * function + 1]; node++) {
            if (tree.opcode(node) == Opcode.VARIABLE) {
                program.place(Opcode.OPERAND, first + tree.argument(node));
                height++;
            } else {
                append(tree, node);
            }
        }
        program.place(Opcode.RESULT, first);
        height = first + 1;
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
