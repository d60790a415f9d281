package org.spolia.symbolic.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;

/**
 * A piece whose cuts have become holes, its variables, in the order that gives the first key: two pieces that are the
 * same but for the names of what they leave open have one pattern.
 *
 * @param order for each hole the one that it was before
 */
record Pattern(ConceptTerm term, List<Integer> order) {
    /** The operands of an operator. */
    static final int MOST_HOLES = Opcode.MOST_OPERANDS;

    /** The pattern of a term over so many variables. */
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

    /** Whether it says more than an operator of its own: at least two of them, or one with a constant. */
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

    /** How often a hole occurs. */
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
