package org.spolia.symbolic.search.options;

/** The kinds of change that make a child from one parent. */
public enum Mutation {
    /** Perturbs one constant. */
    CONSTANT("mutate_constant"),
    /** Replaces one operator by another of the same arity. */
    OPERATOR("mutate_operator"),
    /** Replaces one variable by another. */
    FEATURE("mutate_feature"),
    /** Exchanges the operands of one operator. */
    SWAP("swap_operands"),
    /** Grows an operator at a leaf or above the root. */
    ADD("add_node"),
    /** Puts an operator between a node and its parent. */
    INSERT("insert_node"),
    /** Replaces an operator by one of its operands. */
    DELETE("delete_node"),
    /** Exchanges an operator with one below it. */
    ROTATE("rotate_tree"),
    /** Replaces the expression by a random one. */
    RANDOMIZE("randomize"),
    /** Folds and combines constants. */
    SIMPLIFY("simplify"),
    /** Copies the parent. */
    NOTHING("do_nothing"),
    /** Fits the constants of a copy. */
    OPTIMIZE("optimize");

    public static final int COUNT = values().length;

    private final String text;

    Mutation(String text) {
        this.text = text;
    }

    /** Its name in PySR. */
    public String text() {
        return text;
    }
}
