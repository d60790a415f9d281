package org.spolia.symbolic.concept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The connected pieces of one law: at each node the piece either continues or ends in a cut. In a sum or product, some
 * items may belong to the piece separately and the others together behind one cut.
 */
final class Pieces {
    /** More than {@code sqrt(1 - v^2/c^2)} and {@code 1/(exp(x) - 1)} need, and few enough to enumerate all. */
    static final int MOST_NODES = 9;

    private static final int MOST_ITEMS = 8;

    private final Map<ConceptTerm, List<ConceptTerm>> whole = new HashMap<>();

    /**
     * A piece at the root of a term.
     *
     * @param items the items of the root, as a bit set; all of them unless some items of a bag are outside the piece
     */
    record Piece(ConceptTerm term, int items) {}

    /** Returns the pieces whose root is the root of a term. */
    List<Piece> at(ConceptTerm term) {
        int all = (1 << term.items().size()) - 1;
        List<Piece> pieces = new ArrayList<>();
        for (ConceptTerm piece : of(term)) {
            pieces.add(new Piece(piece, all));
        }
        if (term.isBag() && term.items().size() <= MOST_ITEMS) {
            for (int some = 1; some < all; some++) {
                if (isOneAlone(term, some)) {
                    continue;
                }
                int items = some;
                combined(term, some).stream()
                        .map(chosen -> ConceptTerms.like(term, chosen))
                        .filter(Pieces::isSmall)
                        .forEach(piece -> pieces.add(new Piece(piece, items)));
            }
        }
        return pieces;
    }

    /** Returns true for one item without an exponent, which is a piece of its own term. */
    private static boolean isOneAlone(ConceptTerm term, int some) {
        return Integer.bitCount(some) == 1
                && Math.abs(term.items()
                                .get(Integer.numberOfTrailingZeros(some))
                                .power())
                        == 1;
    }

    /** Returns the pieces that contain the whole root of a term. */
    private List<ConceptTerm> of(ConceptTerm term) {
        List<ConceptTerm> known = whole.get(term);
        if (known != null) {
            return known;
        }
        List<ConceptTerm> pieces = new ArrayList<>();
        if (term.isInner() && term.items().size() <= MOST_ITEMS) {
            int all = (1 << term.items().size()) - 1;
            for (int some = term.isBag() ? 1 : all; some <= all; some++) {
                int left = Integer.bitCount(all - some);
                // One item alone behind a cut is already cut on its own.
                if (left != 1) {
                    for (List<Item> items : combined(term, some)) {
                        pieces.add(ConceptTerms.like(term, left == 0 ? items : with(items, rest(term, some))));
                    }
                }
            }
        }
        List<ConceptTerm> small =
                pieces.stream().filter(Pieces::isSmall).distinct().toList();
        whole.put(term, small);
        return small;
    }

    private static List<Item> with(List<Item> items, Item more) {
        List<Item> all = new ArrayList<>(items);
        all.add(more);
        return all;
    }

    private static Item rest(ConceptTerm term, int some) {
        List<Item> others = new ArrayList<>();
        for (int i = 0; i < term.items().size(); i++) {
            if ((some >> i & 1) == 0) {
                others.add(term.items().get(i));
            }
        }
        // Items that are all subtracted are cut without their signs.
        int sign = others.stream().allMatch(item -> item.power() < 0) ? -1 : 1;
        others.replaceAll(item -> item.withPower(sign * item.power()));
        return new Item(ConceptTerm.cut(ConceptTerms.like(term, others)), sign);
    }

    /** Returns all ways to continue, or to end, at each of some items. */
    private List<List<Item>> combined(ConceptTerm term, int some) {
        List<List<Item>> combined = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < term.items().size(); i++) {
            if ((some >> i & 1) == 0) {
                continue;
            }
            List<Item> choices = choices(term, term.items().get(i));
            List<List<Item>> longer = new ArrayList<>();
            for (List<Item> items : combined) {
                for (Item choice : choices) {
                    List<Item> more = with(items, choice);
                    if (canBeSmall(more)) {
                        longer.add(more);
                    }
                }
            }
            combined = longer;
        }
        return combined;
    }

    private List<Item> choices(ConceptTerm parent, Item item) {
        ConceptTerm term = item.term();
        List<Item> choices = new ArrayList<>();
        choices.add(new Item(ConceptTerm.cut(term), item.power()));
        if (parent.is(ConceptTerm.Kind.PRODUCT) && Math.abs(item.power()) > 1) {
            ConceptTerm raised = ConceptTerms.product(List.of(item.withPower(Math.abs(item.power()))));
            choices.add(new Item(ConceptTerm.cut(raised), Integer.signum(item.power())));
        }
        if (term.is(ConceptTerm.Kind.CONSTANT) && CodeLength.hasName(term.value())) {
            choices.add(item);
        }
        for (ConceptTerm piece : of(term)) {
            choices.add(new Item(piece, item.power()));
        }
        return choices;
    }

    private static boolean canBeSmall(List<Item> items) {
        int nodes = items.size() - 1;
        Set<ConceptTerm> open = new HashSet<>();
        for (Item item : items) {
            nodes += item.term().nodes();
            collectCuts(item.term(), open);
        }
        return nodes <= MOST_NODES && open.size() <= Pattern.MOST_HOLES;
    }

    private static boolean isSmall(ConceptTerm piece) {
        Set<ConceptTerm> open = new HashSet<>();
        collectCuts(piece, open);
        return piece.nodes() <= MOST_NODES && open.size() <= Pattern.MOST_HOLES;
    }

    private static void collectCuts(ConceptTerm term, Set<ConceptTerm> cuts) {
        if (term.is(ConceptTerm.Kind.CUT)) {
            cuts.add(term);
            return;
        }
        term.items().forEach(item -> collectCuts(item.term(), cuts));
    }
}
