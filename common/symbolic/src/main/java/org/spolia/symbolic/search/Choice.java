package org.spolia.symbolic.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * The choice of one model, on training data only. Unless the {@link Selection} says otherwise: of exact models the one with the shortest
 * description, else the one whose {@linkplain DescriptionLength description} with complexity for nodes and {@code k (k + 1) / (n - k - 1)}
 * is shortest: Hurvich and Tsai's term (Biometrika 76 (1989) 297), in nats, against k fitted constants on few rows.
 */
final class Choice {
    private final int rows;

    Choice(int rows) {
        this.rows = rows;
    }

    /**
     * Chooses.
     *
     * @param heldOut what is known of models on rows held out
     */
    SearchResult result(
            Models models, Selection selection, Map<Model, HeldOut> heldOut, long evaluations, long expressions) {
        List<Candidate> candidates = new ArrayList<>();
        double bestLoss = Double.POSITIVE_INFINITY;
        double best = Double.POSITIVE_INFINITY;
        int selected = 0;
        boolean exact = false;
        for (int size = 1; size <= models.maxSize(); size++) {
            List<Model> ofSize = models.ofSize(size);
            for (int rank = 0; rank < ofSize.size(); rank++) {
                Model model = ofSize.get(rank);
                boolean pareto = rank == 0 && model.loss() < bestLoss;
                bestLoss = Math.min(bestLoss, model.loss());
                boolean law = isExact(model);
                double merit = law ? model.description() : criterion(model);
                if (law && !exact || law == exact && merit < best) {
                    selected = candidates.size();
                    best = merit;
                    exact = law;
                }
                candidates.add(Candidate.of(
                        model.tree(), size, rank + 1, model.loss(), pareto, Optional.ofNullable(heldOut.get(model))));
            }
        }
        if (candidates.isEmpty()) {
            throw new NoModelException();
        }
        int chosen = new FrontRule(candidates).choose(selection, selected);
        return new SearchResult(candidates, chosen, evaluations, expressions);
    }

    private boolean isExact(Model model) {
        return fittedConstants(model.tree()) + 1 < rows && model.loss() <= model.floor();
    }

    private static int fittedConstants(Tree tree) {
        int count = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT && !RoundValues.isRound(tree.value(node))) {
                count++;
            }
        }
        return count;
    }

    private double criterion(Model model) {
        int fitted = fittedConstants(model.tree());
        int freedom = rows - fitted - 1;
        if (freedom <= 0) {
            return Double.MAX_VALUE;
        }
        return model.description()
                + DescriptionLength.NATS_PER_NODE * (model.complexity() - model.size())
                + (double) fitted * (fitted + 1) / freedom;
    }
}
