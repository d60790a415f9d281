package org.spolia.symbolic.concept;

import java.util.List;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/** Converts terms to expressions: added terms come before subtracted ones, and factors before divisors. */
final class TermWriter {
    private final Tree tree;

    private TermWriter(int nodes) {
        tree = new Tree(nodes);
    }

    /** Returns the expression of a term without cuts and concepts. Its number of nodes is that of the term. */
    static Expression write(ConceptTerm term) {
        TermWriter writer = new TermWriter(term.nodes());
        writer.append(term);
        return writer.tree.toExpression();
    }

    private void append(ConceptTerm term) {
        switch (term.kind()) {
            case VARIABLE -> tree.variable(term.number());
            case CONSTANT -> tree.constant(term.value());
            case CALL -> {
                term.items().forEach(item -> append(item.term()));
                tree.operator(term.number());
            }
            case SUM -> appendBag(term, Opcode.ADD, Opcode.SUB, Opcode.NEG);
            case PRODUCT -> appendBag(term, Opcode.MUL, Opcode.DIV, Opcode.INV);
            case CUT, USE -> throw new IllegalArgumentException("Term " + term + " is not an expression");
        }
    }

    private void appendBag(ConceptTerm term, int join, int inverse, int alone) {
        List<Item> direct =
                term.items().stream().filter(item -> item.power() > 0).toList();
        List<Item> inverted =
                term.items().stream().filter(item -> item.power() < 0).toList();
        appendJoined(direct.isEmpty() ? inverted : direct, join);
        if (direct.isEmpty()) {
            tree.operator(alone);
            return;
        }
        for (Item item : inverted) {
            appendPower(item);
            tree.operator(inverse);
        }
    }

    private void appendJoined(List<Item> items, int join) {
        for (int i = 0; i < items.size(); i++) {
            appendPower(items.get(i));
            if (i > 0) {
                tree.operator(join);
            }
        }
    }

    private void appendPower(Item item) {
        append(item.term());
        int exponent = Math.abs(item.power());
        switch (exponent) {
            case 1 -> {}
            case 2 -> tree.operator(Opcode.SQUARE);
            case 3 -> tree.operator(Opcode.CUBE);
            default -> tree.constant(exponent).operator(Opcode.POW);
        }
    }
}
