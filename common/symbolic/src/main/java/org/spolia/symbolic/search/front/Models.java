package org.spolia.symbolic.search.front;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Models by complexity, a few different skeletons for each. Of one skeleton, the model with the shortest description
 * stays.
 */
public final class Models {
    private static final int DEPTH = HallOfFame.DEPTH;

    private static final Comparator<Model> BEST_FIRST =
            Comparator.comparingDouble(Model::effectiveLoss).thenComparingDouble(Model::description);

    private final List<List<Model>> bySize = new ArrayList<>();

    public Models(int maxSize) {
        for (int size = 0; size <= maxSize; size++) {
            bySize.add(new ArrayList<>());
        }
    }

    public int maxSize() {
        return bySize.size() - 1;
    }

    public void offer(Model model) {
        if (model.complexity() > maxSize() || !Double.isFinite(model.loss())) {
            return;
        }
        List<Model> models = bySize.get(model.complexity());
        for (int i = 0; i < models.size(); i++) {
            if (models.get(i).skeleton() == model.skeleton()) {
                if (model.description() < models.get(i).description()) {
                    models.set(i, model);
                    models.sort(BEST_FIRST);
                }
                return;
            }
        }
        models.add(model);
        models.sort(BEST_FIRST);
        if (models.size() > DEPTH) {
            models.remove(DEPTH);
        }
    }

    /** Replaces a model by one with other constants. */
    public void replace(Model model, Model replacement) {
        List<Model> models = bySize.get(model.complexity());
        models.removeIf(present -> present == model);
        models.add(replacement);
        models.sort(BEST_FIRST);
    }

    /** The models of a size, best first. */
    public List<Model> ofSize(int size) {
        return bySize.get(size);
    }

    /** Returns the best model of each size that beats all smaller ones, by description length. */
    public List<Model> front() {
        List<Model> front = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (List<Model> models : bySize) {
            if (!models.isEmpty() && models.get(0).loss() < best) {
                best = models.get(0).loss();
                front.add(models.get(0));
            }
        }
        front.sort(Comparator.comparingDouble(Model::description));
        return front;
    }

    /** Returns all models by description length. */
    public List<Model> byDescription() {
        return bySize.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Model::description))
                .toList();
    }
}
