package org.spolia.symbolic.search.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.DescriptionLength;
import org.spolia.symbolic.search.form.RoundValues;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.front.Models;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.range.TrainingRange;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.HeldOut;
import org.spolia.symbolic.search.result.NoModelException;
import org.spolia.symbolic.search.result.SearchResult;

/**
 * Selects one model, on training data only. Unless the {@link Selection} requires another rule: of exact models the one
 * with the shortest description; otherwise the one whose {@linkplain DescriptionLength description} with complexity for
 * nodes and {@code k (k + 1) / (n - k - 1)} is shortest. The last term is that of Hurvich and Tsai (Biometrika 76
 * (1989) 297), in nats, against k fitted constants on few rows. The residuals of each model are described with the
 * {@linkplain ResidualCode tails} that fit them. A model without a value somewhere inside the {@link TrainingRange} is
 * left out if a comparable one has values there; the rules of PySR look at losses alone.
 */
public final class ModelChoice {
    /** The number of models for which all rows are used if there are many rows. */
    private static final int FINALISTS = 8;

    /** The number of models with gaps that are left out before the selection ignores gaps. */
    private static final int MOST_REFUSED = 32;

    /**
     * The largest ratio of comparable losses. A model whose residuals are ten times as large misses most of what the
     * other one describes.
     */
    private static final double COMPARABLE = 100;

    private final long rows;
    private final Optional<Tails> tails;
    private final Optional<TrainingRange> range;
    private final Map<Model, Double> estimates = new IdentityHashMap<>();
    private final Map<Model, Double> savings = new IdentityHashMap<>();

    /**
     * Creates a selection.
     *
     * @param tails the tails of residuals, which are otherwise Gaussian
     * @param range the range in which models are required to have values; if empty, models with gaps are selected too
     */
    public ModelChoice(long rows, Optional<Tails> tails, Optional<TrainingRange> range) {
        this.rows = rows;
        this.tails = tails;
        this.range = range;
    }

    /** Like {@link #result(Models, Model, Map, long, long)}, for the model that the rule selects. */
    public SearchResult result(
            Models models, Selection selection, Map<Model, Tried> tried, long evaluations, long expressions) {
        return result(models, chosen(models, selection, tried), tried, evaluations, expressions);
    }

    /**
     * Returns the candidates with the selected one.
     *
     * @param chosen one of the models
     * @param tried the results of models on held-out rows
     */
    public SearchResult result(
            Models models, Model chosen, Map<Model, Tried> tried, long evaluations, long expressions) {
        return result(models, chosen, heldOut(tried), evaluations, expressions);
    }

    /** Like {@link #result(Models, Model, Map, long, long)}, with the losses on held-out rows alone. */
    public SearchResult result(
            Models models,
            Model chosen,
            Function<Model, Optional<HeldOut>> heldOut,
            long evaluations,
            long expressions) {
        return new SearchResult(candidates(models, heldOut), index(all(models), chosen), evaluations, expressions);
    }

    private static Function<Model, Optional<HeldOut>> heldOut(Map<Model, Tried> tried) {
        return model -> Optional.ofNullable(tried.get(model)).map(Tried::heldOut);
    }

    /** Returns the model that a rule selects. */
    public Model chosen(Models models, Selection selection, Map<Model, Tried> tried) {
        List<Model> all = all(models);
        if (all.isEmpty()) {
            throw new NoModelException();
        }
        FrontRule front = new FrontRule(candidates(models, heldOut(tried)));
        return all.get(front.choose(
                selection, () -> index(all, withoutGaps(all, left -> selected(left, selection, tried)))));
    }

    /**
     * Returns the model that a rule for held-out rows selects by their mean losses alone: the one with the shortest
     * description, or the simplest whose loss is within one standard error of the least. Of exact laws, if there are
     * any, only those with such a loss are compared.
     */
    public Model chosen(Models models, Selection selection, Function<Model, Optional<HeldOut>> heldOut) {
        List<Model> all = all(models);
        if (all.isEmpty()) {
            throw new NoModelException();
        }
        return withoutGaps(all, left -> byMeanLoss(left, selection, heldOut));
    }

    private Model byMeanLoss(List<Model> all, Selection selection, Function<Model, Optional<HeldOut>> heldOut) {
        List<Model> finite = all.stream()
                .filter(model -> heldOut.apply(model)
                        .filter(held -> Double.isFinite(held.loss()))
                        .isPresent())
                .toList();
        List<Model> laws = finite.stream().filter(this::isExact).toList();
        List<Model> contenders = laws.isEmpty() ? finite : laws;
        ToDoubleFunction<Model> loss =
                model -> heldOut.apply(model).orElseThrow().loss();
        if (contenders.isEmpty()) {
            return selected(all, Selection.CRITERION, Map.of());
        }
        if (selection == Selection.HELD_OUT) {
            return contenders.stream()
                    .min(Comparator.comparingDouble(
                            model -> new DescriptionLength(rows).residuals(loss.applyAsDouble(model))
                                    + DescriptionLength.NATS_PER_NODE * model.complexity()))
                    .orElseThrow();
        }
        Model best = contenders.stream().min(Comparator.comparingDouble(loss)).orElseThrow();
        double limit =
                loss.applyAsDouble(best) + heldOut.apply(best).orElseThrow().standardError();
        return contenders.stream()
                .filter(model -> loss.applyAsDouble(model) <= limit)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Applies a rule to fewer and fewer models until it selects one without gaps. If that one is not comparable with
     * the first one, or there is none, the first one stays: a model that describes the rows so much better is more
     * likely to be the law, with a domain that is not a box. So is an exact law, whatever the others are.
     */
    private Model withoutGaps(List<Model> all, Function<List<Model>, Model> rule) {
        Model first = rule.apply(all);
        List<Model> left = new ArrayList<>(all);
        Model next = first;
        for (int refused = 0; refused < MOST_REFUSED; refused++) {
            if (isExact(first) && !isExact(next)) {
                return first;
            }
            if (!hasGaps(next)) {
                return next.effectiveLoss() <= COMPARABLE * first.effectiveLoss() ? next : first;
            }
            left.remove(index(left, next));
            if (left.isEmpty()) {
                return first;
            }
            next = rule.apply(left);
        }
        return first;
    }

    /** Returns a variant of a model, or the model itself if only the variant has gaps. */
    public Model unlessGaps(Model variant, Model model) {
        return variant != model && hasGaps(variant) && !hasGaps(model) ? model : variant;
    }

    private boolean hasGaps(Model model) {
        return range.map(inside ->
                        inside.coverage(Candidate.expression(model.tree())).hasGaps())
                .orElse(false);
    }

    private static List<Model> all(Models models) {
        List<Model> all = new ArrayList<>();
        for (int size = 1; size <= models.maxSize(); size++) {
            all.addAll(models.ofSize(size));
        }
        return all;
    }

    private static List<Candidate> candidates(Models models, Function<Model, Optional<HeldOut>> heldOut) {
        List<Candidate> candidates = new ArrayList<>();
        double bestLoss = Double.POSITIVE_INFINITY;
        for (int size = 1; size <= models.maxSize(); size++) {
            List<Model> ofSize = models.ofSize(size);
            for (int rank = 0; rank < ofSize.size(); rank++) {
                Model model = ofSize.get(rank);
                boolean pareto = rank == 0 && model.loss() < bestLoss;
                bestLoss = Math.min(bestLoss, model.loss());
                candidates.add(Candidate.of(model.tree(), size, rank + 1, model.loss(), pareto, heldOut.apply(model)));
            }
        }
        return candidates;
    }

    /** Compares by identity, because different models may be equal records. */
    private static int index(List<Model> models, Model sought) {
        int index = 0;
        while (models.get(index) != sought) {
            index++;
        }
        return index;
    }

    private Model selected(List<Model> all, Selection selection, Map<Model, Tried> tried) {
        List<Model> laws = all.stream().filter(this::isExact).toList();
        if (selection.needsFolds()) {
            HeldOutRule ofLaws = new HeldOutRule(laws, tried);
            HeldOutRule rule = ofLaws.isEmpty() ? new HeldOutRule(all, tried) : ofLaws;
            if (!rule.isEmpty()) {
                return selection == Selection.HELD_OUT ? rule.shortest() : rule.simplest();
            }
        }
        return laws.isEmpty()
                ? shortest(all)
                : laws.stream()
                        .min(Comparator.comparingDouble(Model::description))
                        .orElseThrow();
    }

    private Model shortest(List<Model> models) {
        if (tails.isEmpty()) {
            return models.stream()
                    .min(Comparator.comparingDouble(this::criterion))
                    .orElseThrow();
        }
        Map<Model, Double> merits = new IdentityHashMap<>();
        models.forEach(
                model -> merits.put(model, criterion(model) - estimates.computeIfAbsent(model, tails.get()::estimate)));
        List<Model> finalists =
                models.stream().sorted(Comparator.comparingDouble(merits::get)).toList();
        if (tails.get().exact()) {
            return finalists.get(0);
        }
        return finalists.stream()
                .limit(FINALISTS)
                .min(Comparator.comparingDouble(
                        model -> criterion(model) - savings.computeIfAbsent(model, tails.get()::saving)))
                .orElseThrow();
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
        long freedom = rows - fitted - 1;
        if (freedom <= 0) {
            return Double.MAX_VALUE;
        }
        return model.description()
                + DescriptionLength.NATS_PER_NODE * (model.complexity() - model.size())
                + (double) fitted * (fitted + 1) / freedom;
    }
}
