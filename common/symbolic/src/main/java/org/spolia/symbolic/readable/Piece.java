package org.spolia.symbolic.readable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * A part of a formula that has been written.
 *
 * @param rank its place among factors: numbers first, then variables, sums and calls
 * @param key its text, which orders parts of one rank
 */
record Piece(Tree tree, int rank, String key) {
    static final int NUMBER = 0;
    static final int UNIT = 1;
    static final int VARIABLE = 2;
    static final int SUM = 3;
    static final int CALL = 4;

    static final Comparator<Piece> ORDER = Comparator.comparingInt(Piece::rank).thenComparing(Piece::key);

    static Piece number(double value) {
        return new Piece(new Tree(1).constant(value), NUMBER, "0" + value);
    }

    static Piece of(Unit unit, double factor) {
        if (unit == Unit.PI) {
            return new Piece(new Tree(1).constant(factor * Math.PI), factor == 1 ? UNIT : NUMBER, "pi");
        }
        return new Piece(unit.text().toTree(), UNIT, unit.name());
    }

    Piece unary(int opcode, int rank) {
        Tree result = new Tree(tree.size() + 1).append(tree, 0, tree.size()).operator(opcode);
        return new Piece(result, rank, key + "~" + opcode);
    }

    Piece binary(int opcode, Piece right, int rank) {
        Tree result = new Tree(tree.size() + right.tree.size() + 1)
                .append(tree, 0, tree.size())
                .append(right.tree, 0, right.tree.size())
                .operator(opcode);
        String joined = key + "~" + opcode + right.key;
        return new Piece(result, rank, opcode == Opcode.POW ? joined : "(" + joined + ")");
    }

    /** Puts a minus before it, into its leading number if it has one. */
    Piece negated() {
        if (tree.opcode(0) == Opcode.CONSTANT && isLeading()) {
            Tree result = new Tree(tree.size()).append(tree, 0, tree.size());
            result.setValue(0, -tree.value(0));
            return new Piece(result, rank, "-" + key);
        }
        return unary(Opcode.NEG, rank);
    }

    /** Returns whether its first leaf is a factor or the numerator of the whole. */
    private boolean isLeading() {
        for (int node = 1; node < tree.size(); node++) {
            if (tree.start(node) == 0) {
                int opcode = tree.opcode(node);
                if (opcode != Opcode.MUL && opcode != Opcode.DIV) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the product of factors in their order, over others if there are any. */
    static Piece fraction(List<Piece> over, List<Piece> under) {
        Piece numerator = over.isEmpty() ? number(1) : product(over);
        if (under.isEmpty()) {
            return numerator;
        }
        return numerator.binary(Opcode.DIV, product(under), SUM);
    }

    private static Piece product(List<Piece> factors) {
        List<Piece> ordered = new ArrayList<>(factors);
        ordered.sort(ORDER);
        Piece product = ordered.get(0);
        for (Piece factor : ordered.subList(1, ordered.size())) {
            product = product.binary(Opcode.MUL, factor, SUM);
        }
        return product;
    }
}
