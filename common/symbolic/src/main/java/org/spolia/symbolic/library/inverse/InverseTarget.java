package org.spolia.symbolic.library.inverse;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.library.scoring.LibraryRows;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/**
 * The values that an unknown inner expression must have to give the target: the target itself, or what remains of it
 * after a chain of operators around the unknown is undone.
 */
final class InverseTarget {
    private static final int NONE = -1;

    private final InverseTarget outer;
    private final int opcode;
    private final int block;
    private final boolean unknownFirst;
    private final int cost;
    private final int size;
    private final double[] values;
    private final double[] weights;

    private InverseTarget(
            InverseTarget outer,
            int opcode,
            int block,
            boolean unknownFirst,
            int cost,
            int size,
            double[] values,
            double[] weights) {
        this.outer = outer == null ? this : outer;
        this.opcode = opcode;
        this.block = block;
        this.unknownFirst = unknownFirst;
        this.cost = cost;
        this.size = size;
        this.values = values;
        this.weights = weights;
    }

    @SuppressWarnings("NullAway")
    static InverseTarget root(Library library) {
        LibraryRows rows = library.rows();
        return new InverseTarget(
                null, NONE, NONE, true, 0, library.view().factorSize(), rows.viewTarget(), rows.viewWeights());
    }

    InverseTarget unary(int opcode, int cost, int size, Inversion inversion) {
        return new InverseTarget(
                this,
                opcode,
                NONE,
                true,
                this.cost + cost,
                this.size + size,
                inversion.values().clone(),
                inversion.weights().clone());
    }

    InverseTarget binary(int opcode, int block, boolean unknownFirst, int cost, int size, Inversion inversion) {
        return new InverseTarget(
                this,
                opcode,
                block,
                unknownFirst,
                this.cost + cost,
                this.size + size,
                inversion.values().clone(),
                inversion.weights().clone());
    }

    boolean isRoot() {
        return outer == this;
    }

    /** Returns the operator directly around the unknown, or -1 at the root. */
    int opcode() {
        return opcode;
    }

    int cost() {
        return cost;
    }

    /** Returns the number of nodes around the unknown. */
    int size() {
        return size;
    }

    double[] values() {
        return values;
    }

    /** Returns the absolute derivative of the target with respect to the unknown; 0 at excluded rows. */
    double[] weights() {
        return weights;
    }

    /**
     * Fills the tree with the whole expression, with {@code inner} in place of the unknown. Returns false if it does
     * not fit.
     */
    boolean write(Tree tree, Tree inner, Library library) {
        if (isRoot()) {
            tree.copyFrom(inner);
            return library.view().multiply(tree, library.vocabulary());
        }
        Tree wrapped = new Tree(tree.capacity());
        return operands(wrapped, inner, library)
                && library.vocabulary().append(wrapped, 0, opcode)
                && outer.write(tree, wrapped, library);
    }

    private boolean operands(Tree wrapped, Tree inner, Library library) {
        if (Opcode.arity(opcode) == 1) {
            return OperatorVocabulary.append(wrapped, inner);
        }
        return unknownFirst
                ? OperatorVocabulary.append(wrapped, inner) && library.append(wrapped, block)
                : library.append(wrapped, block) && OperatorVocabulary.append(wrapped, inner);
    }
}
