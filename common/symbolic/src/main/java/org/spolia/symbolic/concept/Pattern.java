package org.spolia.symbolic.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;

/**
 * A piece whose cuts are holes, that is variables, in the order that gives the least key. Two pieces that differ only
 * by the names of their holes have the same pattern.
 *
 * @param order the former number of each hole
 */
record Pattern(ConceptTerm term, List<Integer> order) {
    /** The most operands of an operator. */
    static final int MOST_HOLES = Opcode.MOST_OPERANDS;

    /** Returns the pattern of a term with {@code holes} variables. */
    static Pattern of(ConceptTerm raw, int holes) {
        Pattern first = null;
        for (List<Integer> order : orders(holes)) {
            ConceptTerm renamed = renamed(raw, order);
            if (first == null || renamed.key().compareTo(first.term().key()) < 0) {
                first = new Pattern(renamed, order);
            }
        }
        if (first == null) {
            throw new IllegalArgumentException("Term " + raw + " has no hole");
        }
        return first;
    }

    private static List<List<Integer>> orders(int holes) {
        List<List<Integer>> orders = new ArrayList<>(List.of(List.of()));
        for (int place = 0; place < holes; place++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : orders) {
                IntStream.range(0, holes).filter(hole -> !order.contains(hole)).forEach(hole -> {
                    List<Integer> more = new ArrayList<>(order);
                    more.add(hole);
                    longer.add(more);
                });
            }
            orders = longer;
        }
        return orders;
    }

    private static ConceptTerm renamed(ConceptTerm term, List<Integer> order) {
        if (term.is(ConceptTerm.Kind.VARIABLE)) {
            return ConceptTerm.variable(order.indexOf(term.number()));
        }
        return ConceptTerms.like(
                term,
                term.items().stream()
                        .map(item -> new Item(renamed(item.term(), order), item.power()))
                        .toList());
    }

    int holes() {
        return order.size();
    }

    /** Returns whether it contains more than a single operator: at least two operators, or one with a constant. */
    boolean saysSomething() {
        Expression written = TermWriter.write(term);
        int operators = 0;
        boolean constant = false;
        for (int node = 0; node < written.size(); node++) {
            operators += Opcode.arity(written.opcode(node)) > 0 ? 1 : 0;
            constant |= written.opcode(node) == Opcode.CONSTANT;
        }
        return operators > 1 || constant;
    }

    /** Returns the number of occurrences of a hole. */
    int occurrences(int hole) {
        return occurrences(term, hole);
    }

    private static int occurrences(ConceptTerm term, int hole) {
        if (term.is(ConceptTerm.Kind.VARIABLE)) {
            return term.number() == hole ? 1 : 0;
        }
        return term.items().stream()
                .mapToInt(item -> occurrences(item.term(), hole))
                .sum();
    }
}
