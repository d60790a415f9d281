package org.spolia.symbolic.search.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.rows.CellSums;
import org.spolia.symbolic.rows.Demand;
import org.spolia.symbolic.rows.Generation;
import org.spolia.symbolic.rows.GenerationSums;
import org.spolia.symbolic.rows.GroupFit;
import org.spolia.symbolic.rows.RowFit;
import org.spolia.symbolic.rows.SampleCheck;
import org.spolia.symbolic.rows.TermFactors;
import org.spolia.symbolic.search.form.DescriptionLength;
import org.spolia.symbolic.search.form.RoundValues;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.front.Models;
import org.spolia.symbolic.search.result.HeldOut;

/**
 * Models of a sample with the losses of all rows. Those near the front are fitted to all rows, with their round
 * constants and with all constants free; of the two, the one with the shorter description of all rows stays.
 */
public final class RowModels {
    /** A model with this multiple of the least loss of smaller models may pass it by a fit to all rows. */
    private static final double HOPE = 1.001;

    private static final int MOST_PASSES = 12;

    /** When a step promises this share of the loss, it would move no constant by a standard error. */
    private static final double ENOUGH = 1e-9;

    /** A fit of thousands of groups takes a dozen passes, for each model by itself. */
    private static final int MOST_WITH_GROUPS = 8;

    /** Makes a model of a tree, which it owns from then on, and its mean loss on all rows. */
    public interface ToModel {
        Model of(Tree tree, double loss);
    }

    private final AllRows rows;
    private final ToModel toModel;
    private final Loss loss;
    private final double spread;

    /** @param spread the mean loss of the mean, near enough */
    public RowModels(AllRows rows, ToModel toModel, Loss loss, double spread) {
        this.rows = rows;
        this.toModel = toModel;
        this.loss = loss;
        this.spread = spread;
    }

    /**
     * Returns models with their losses on all rows, without those that the sample excludes from the front.
     *
     * @param more trees that the sample may have displaced
     */
    public Models of(Models found, HallOfFame more, SampleCheck check) {
        List<Tree> given = new ArrayList<>();
        List<Integer> complexities = new ArrayList<>();
        for (int size = 1; size <= found.maxSize(); size++) {
            for (Model model : found.ofSize(size)) {
                given.add(model.tree());
                complexities.add(size);
            }
            for (int rank = 0; rank < more.count(size); rank++) {
                given.add(more.tree(size, rank));
                complexities.add(size);
            }
        }
        SampleCheck.Checked checked = check.of(
                given.stream().map(Tree::toExpression).toList(),
                complexities.stream().mapToInt(Integer::intValue).toArray(),
                new BitSet(),
                Long.MAX_VALUE);
        Models models = new Models(found.maxSize());
        checked.evaluated().stream().forEach(i -> models.offer(toModel.of(copy(given.get(i)), checked.losses()[i])));
        List<Tree> starts = new ArrayList<>();
        List<boolean[]> kept = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (int size = 1; size <= models.maxSize(); size++) {
            if (!models.ofSize(size).isEmpty()) {
                Model model = models.ofSize(size).get(0);
                if (model.loss() <= HOPE * best && model.tree().constantCount() > 0) {
                    boolean[] none = new boolean[model.tree().constantCount()];
                    starts.add(model.tree());
                    kept.add(none);
                    boolean[] round = round(model.tree());
                    if (!Arrays.equals(round, none)) {
                        starts.add(model.tree());
                        kept.add(round);
                    }
                }
                best = Math.min(best, model.loss());
            }
        }
        RowFit.Fitted fitted =
                RowFit.fit(generation(starts, Demand.NORMAL).keeping(kept), ENOUGH, MOST_PASSES, rows::evaluate);
        for (int fit = 0; fit < starts.size(); fit++) {
            Tree tree =
                    changed(starts.get(fit), kept.get(fit), fitted.generation().constants(fit));
            models.offer(toModel.of(tree, fitted.losses()[fit] / checked.weight()));
        }
        return models;
    }

    /**
     * Returns the models with their losses on all rows, each with own constants in each group. Only models with a short
     * description of the sample are fitted.
     */
    public Models ofGroups(Models found) {
        Models models = new Models(found.maxSize());
        DescriptionLength ofGroup =
                new DescriptionLength(Math.max(1, rows.count() / rows.groups().size()));
        for (Model model : found.front()
                .subList(0, Math.min(MOST_WITH_GROUPS, found.front().size()))) {
            Tree apart = TermFactors.apart(model.tree());
            boolean isAdmitted = Double.isFinite(toModel.of(copy(apart), spread).loss());
            Tree tree = isAdmitted ? apart : model.tree();
            GroupFit fit = GroupFit.of(rows, tree.toExpression(), loss);
            Model whole = toModel.of(copy(tree), fit.loss());
            double further = (rows.groups().size() - 1.0)
                    * fit.count()
                    * ofGroup.freeConstant(Math.max(whole.effectiveLoss() / spread, Double.MIN_NORMAL));
            models.offer(new Model(
                    whole.tree(),
                    whole.complexity(),
                    whole.loss(),
                    whole.floor(),
                    whole.description() + further,
                    whole.skeleton()));
        }
        return models;
    }

    private static Tree copy(Tree tree) {
        return new Tree(tree.capacity()).copyFrom(tree);
    }

    /** Returns a copy with other values of the constants that are not kept. */
    private static Tree changed(Tree tree, boolean[] kept, double[] values) {
        Tree changed = copy(tree);
        int constant = 0;
        int value = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT && !kept[constant++]) {
                changed.setValue(node, values[value++]);
            }
        }
        return changed;
    }

    /** Marks the constants that are round, in postfix order. */
    private static boolean[] round(Tree tree) {
        boolean[] round = new boolean[tree.constantCount()];
        int constant = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                round[constant++] = RoundValues.isRound(tree.value(node));
            }
        }
        return round;
    }

    private GenerationSums losses(List<Tree> trees) {
        return rows.evaluate(generation(trees, Demand.LOSS));
    }

    private Generation generation(List<Tree> trees, Demand demand) {
        List<Expression> expressions = trees.stream().map(Tree::toExpression).toList();
        return Generation.of(expressions, demand, loss).withTarget(0, spread);
    }

    /**
     * Returns the losses of models on held-out folds. For each fold, the constants that are not round make a step from
     * the fit to all rows to the fit to the rows outside.
     */
    public IdentityHashMap<Model, HeldOut> heldOut(List<Model> models) {
        List<Tree> trees = models.stream().map(Model::tree).toList();
        List<boolean[]> kept = trees.stream().map(RowModels::round).toList();
        Generation generation = generation(trees, Demand.NORMAL).keeping(kept);
        GenerationSums sums = rows.evaluate(generation);
        List<Tree> outside = new ArrayList<>();
        for (int fold = 0; fold < rows.folds(); fold++) {
            int own = fold;
            CellSums others = sums.total(cell -> cell.fold() != own);
            for (int i = 0; i < models.size(); i++) {
                double[] values = generation.constants(i);
                double[] step = RowFit.step(generation, i, others);
                Arrays.setAll(values, constant -> values[constant] + step[constant]);
                outside.add(changed(trees.get(i), kept.get(i), values));
            }
        }
        GenerationSums tried = losses(outside);
        IdentityHashMap<Model, HeldOut> heldOut = new IdentityHashMap<>();
        for (int i = 0; i < models.size(); i++) {
            double[] losses = new double[rows.folds()];
            for (int fold = 0; fold < losses.length; fold++) {
                int own = fold;
                losses[fold] = tried.total(cell -> cell.fold() == own).meanLoss(own * models.size() + i);
            }
            heldOut.put(models.get(i), HeldOut.of(losses, models.get(i).floor()));
        }
        return heldOut;
    }
}
