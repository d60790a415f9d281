package org.spolia.experiment.concept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.CounterRandom;
import org.spolia.symbolic.concept.Concept;

/**
 * The control of concepts: for each of them a piece of the same laws with the same number of nodes and operands, drawn
 * without regard to its saving, none twice.
 */
final class RandomPieces {
    private final Map<List<Integer>, List<Concept>> pieces = new HashMap<>();

    RandomPieces(List<Concept> all) {
        all.forEach(piece ->
                pieces.computeIfAbsent(shape(piece), key -> new ArrayList<>()).add(piece));
    }

    private static List<Integer> shape(Concept piece) {
        return List.of(piece.operands(), piece.formula().size());
    }

    /**
     * Returns one draw.
     *
     * @param key determines the draw
     */
    List<Concept> like(List<Concept> concepts, ContentHash key) {
        CounterRandom random = CounterRandom.of(key);
        Map<List<Integer>, List<Concept>> left = new HashMap<>();
        List<Concept> drawn = new ArrayList<>();
        for (Concept concept : concepts) {
            List<Concept> alike = left.computeIfAbsent(
                    shape(concept), shape -> new ArrayList<>(pieces.getOrDefault(shape, List.of())));
            // A concept is itself a piece, unless it appeared only after earlier ones were removed from a very long
            // sum.
            drawn.add(alike.isEmpty() ? concept : alike.remove((int) (random.uniform(drawn.size()) * alike.size())));
        }
        return drawn;
    }
}
