package org.spolia.symbolic.concept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spolia.symbolic.expression.Expression;

/**
 * Finds the pieces that laws share. A concept is the piece that shortens the descriptions of the laws most, net of the
 * cost of its own description. It then counts as one node in every law that contains it, and the next concept is sought
 * in the rest, so no two concepts take the same node. A law counts once, however often it contains a piece, and a piece
 * of one law only is not a concept. The order and grouping of sums and products do not matter.
 *
 * <p>Compression as the aim of library learning follows DreamCoder (Ellis et al., arXiv 2006.08381) and Stitch (Bowers
 * et al., POPL 2023); greedy replacement by the gain in description length follows SUBDUE (Cook and Holder, JAIR 1
 * (1994) 231).
 */
public final class ConceptMiner {
    private static final int FEWEST_LAWS = 2;

    private final Patterns patterns = new Patterns();
    private final SortedMap<String, ConceptTerm> laws = new TreeMap<>();
    private final Map<ConceptTerm, Map<String, Occurrence>> occurrences = new HashMap<>();
    private final Set<String> shared;

    private ConceptMiner(Map<String, Expression> expressions) {
        expressions.forEach((name, law) -> laws.put(name, law.expanded().fold(new TermReader())));
        Map<String, Integer> counts = new HashMap<>();
        laws.values().forEach(law -> in(law).keySet().forEach(key -> counts.merge(key, 1, Integer::sum)));
        // Removing concepts from laws, or laws from the collection, never makes another piece shared.
        shared = counts.entrySet().stream()
                .filter(count -> count.getValue() >= FEWEST_LAWS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Creates a miner of these laws, by name. Variables may share a name by chance, so only operators and constants are
     * compared.
     */
    public static ConceptMiner of(Map<String, Expression> laws) {
        return new ConceptMiner(laws);
    }

    private Map<String, Occurrence> in(ConceptTerm law) {
        return occurrences.computeIfAbsent(law, term -> Occurrences.in(term, patterns));
    }

    /**
     * Returns the concepts of some laws, the one that saves most first. A shorter list is a prefix of a longer one.
     *
     * @param chosen selects laws by name
     * @param most the largest number of concepts
     */
    public List<Concept> mine(Predicate<String> chosen, int most) {
        SortedMap<String, ConceptTerm> left = chosen(chosen);
        List<Concept> concepts = new ArrayList<>();
        while (concepts.size() < most) {
            Tally best = null;
            for (Tally tally : tallies(left, shared::contains).values()) {
                if (tally.laws().size() >= FEWEST_LAWS
                        && tally.net() > 0
                        && (best == null || tally.isBetterThan(best))) {
                    best = tally;
                }
            }
            if (best == null) {
                return concepts;
            }
            String key = best.key();
            int place = concepts.size();
            left.replaceAll((name, law) -> without(law, key, place));
            concepts.add(best.concept());
        }
        return concepts;
    }

    /**
     * Returns every piece of some laws once, whatever it saves, in a fixed order: the set for blind draws of concepts.
     */
    public List<Concept> pieces(Predicate<String> chosen) {
        return tallies(chosen(chosen), key -> true).values().stream()
                .map(Tally::concept)
                .toList();
    }

    private SortedMap<String, ConceptTerm> chosen(Predicate<String> chosen) {
        SortedMap<String, ConceptTerm> some = new TreeMap<>(laws);
        some.keySet().removeIf(chosen.negate());
        return some;
    }

    private SortedMap<String, Tally> tallies(SortedMap<String, ConceptTerm> some, Predicate<String> counted) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        some.forEach((name, law) -> in(law).forEach((key, occurrence) -> {
            if (counted.test(key)) {
                tallies.computeIfAbsent(key, first -> new Tally(occurrence.pattern()))
                        .add(name, occurrence);
            }
        }));
        return tallies;
    }

    private ConceptTerm without(ConceptTerm law, String key, int place) {
        ConceptTerm left = law;
        Occurrence occurrence = in(left).get(key);
        while (occurrence != null) {
            left = occurrence.rewritten(left, place);
            occurrence = in(left).get(key);
        }
        return left;
    }
}
