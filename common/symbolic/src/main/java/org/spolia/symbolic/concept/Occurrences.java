package org.spolia.symbolic.concept;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spolia.symbolic.expression.Opcode;

/** All patterns of one law, each at the site where it saves most. */
final class Occurrences {
    private final ConceptTerm law;
    private final Patterns patterns;
    private final Pieces pieces = new Pieces();
    private final Map<String, Occurrence> best = new TreeMap<>();

    private Occurrences(ConceptTerm law, Patterns patterns) {
        this.law = law;
        this.patterns = patterns;
    }

    /** Returns the occurrences by the key of their pattern. */
    static Map<String, Occurrence> in(ConceptTerm law, Patterns patterns) {
        Occurrences occurrences = new Occurrences(law, patterns);
        occurrences.visit(law, new HashSet<>());
        return occurrences.best;
    }

    private void visit(ConceptTerm site, Set<ConceptTerm> visited) {
        if (!visited.add(site)) {
            return;
        }
        if (site.isInner()) {
            pieces.at(site).forEach(piece -> add(site, piece));
        }
        site.items().forEach(item -> visit(item.term(), visited));
    }

    private void add(ConceptTerm site, Pieces.Piece piece) {
        boolean inverted = piece.term().isInverted();
        ConceptTerm upright = inverted ? ConceptTerms.like(piece.term(), flipped(piece.term())) : piece.term();
        List<ConceptTerm> cuts = new ArrayList<>();
        collectCuts(upright, cuts);
        if (upright.isInner() && !cuts.isEmpty()) {
            name(cuts, new ArrayList<>(), new ArrayList<>(), (names, operands) -> {
                Pattern pattern = patterns.of(named(upright, names.iterator()), operands.size());
                if (patterns.saysSomething(pattern)) {
                    List<ConceptTerm> ordered =
                            pattern.order().stream().map(operands::get).toList();
                    keep(Occurrence.of(pattern, site, piece.items(), inverted, ordered));
                }
            });
        }
    }

    private static List<Item> flipped(ConceptTerm term) {
        return term.items().stream().map(item -> item.withPower(-item.power())).toList();
    }

    private void keep(Occurrence occurrence) {
        String key = occurrence.pattern().term().key();
        Occurrence old = best.get(key);
        if (old == null || occurrence.saving() > old.saving()) {
            Occurrence exact = occurrence.within(law);
            if (old == null || exact.saving() > old.saving()) {
                best.put(key, exact);
            }
        }
    }

    /** Enumerates all ways to treat cuts as the same hole, which requires equal terms. */
    private static void name(List<ConceptTerm> cuts, List<Integer> names, List<ConceptTerm> operands, Named action) {
        if (names.size() == cuts.size()) {
            action.accept(names, operands);
            return;
        }
        ConceptTerm next = cuts.get(names.size());
        for (int hole = 0; hole <= operands.size() && hole < Opcode.MOST_OPERANDS; hole++) {
            boolean fresh = hole == operands.size();
            if (fresh || operands.get(hole).equals(next)) {
                List<Integer> more = new ArrayList<>(names);
                more.add(hole);
                List<ConceptTerm> known = new ArrayList<>(operands);
                if (fresh) {
                    known.add(next);
                }
                name(cuts, more, known, action);
            }
        }
    }

    private static void collectCuts(ConceptTerm term, List<ConceptTerm> cuts) {
        if (term.is(ConceptTerm.Kind.CUT)) {
            cuts.add(term.child(0));
            return;
        }
        term.items().forEach(item -> collectCuts(item.term(), cuts));
    }

    private static ConceptTerm named(ConceptTerm term, Iterator<Integer> names) {
        if (term.is(ConceptTerm.Kind.CUT)) {
            return ConceptTerm.variable(names.next());
        }
        List<Item> items = new ArrayList<>();
        for (Item item : term.items()) {
            items.add(new Item(named(item.term(), names), item.power()));
        }
        return ConceptTerms.like(term, items);
    }

    private interface Named {
        void accept(List<Integer> names, List<ConceptTerm> operands);
    }
}
