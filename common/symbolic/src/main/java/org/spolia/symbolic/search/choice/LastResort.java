package org.spolia.symbolic.search.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.front.Models;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/** The fallback if the selection fails: the front of the losses, with its most accurate model selected. */
public final class LastResort {
    private LastResort() {}

    public static SearchResult of(Models models, long evaluations, long expressions) {
        List<Candidate> front = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (int size = 1; size <= models.maxSize(); size++) {
            List<Model> ofSize = models.ofSize(size);
            if (!ofSize.isEmpty() && ofSize.get(0).loss() < best) {
                best = ofSize.get(0).loss();
                front.add(Candidate.of(ofSize.get(0).tree(), size, 1, best, true, Optional.empty()));
            }
        }
        return new SearchResult(front, front.size() - 1, evaluations, expressions);
    }
}
