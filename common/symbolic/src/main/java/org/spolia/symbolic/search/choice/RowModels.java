package org.spolia.symbolic.search.choice;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.spolia.symbolic.rows.RowRefit;
import org.spolia.symbolic.search.form.DescriptionLength;
import org.spolia.symbolic.search.form.RoundValues;
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

    /** Returns the models with their losses on all rows. */
    public Models of(Models found) {
        List<Model> given = new ArrayList<>();
        for (int size = 1; size <= found.maxSize(); size++) {
            given.addAll(found.ofSize(size));
        }
        CellSums sums =
                evaluate(given.stream().map(Model::tree).toList(), Demand.LOSS).total();
        Models models = new Models(found.maxSize());
        RowRefit refit = new RowRefit(rows, loss, spread);
        for (int i = 0; i < given.size(); i++) {
            models.offer(toModel.of(copy(given.get(i).tree()), sums.meanLoss(i)));
        }
        double best = Double.POSITIVE_INFINITY;
        int fits = 0;
        for (int size = 1; size <= models.maxSize(); size++) {
            if (!models.ofSize(size).isEmpty()) {
                Model model = models.ofSize(size).get(0);
                if (model.loss() <= HOPE * best && model.tree().constantCount() > 0) {
                    fits += add(model.tree(), refit);
                }
                best = Math.min(best, model.loss());
            }
        }
        refit.run();
        for (int fit = 0; fit < fits; fit++) {
            models.offer(toModel.of(refit.tree(fit), refit.loss(fit)));
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
            GroupFit fit = GroupFit.of(rows, model.tree().toExpression(), loss);
            Model whole = toModel.of(copy(model.tree()), fit.loss());
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

    private int add(Tree tree, RowRefit refit) {
        boolean[] round = round(tree);
        boolean[] none = new boolean[tree.size()];
        refit.add(copy(tree), none);
        if (Arrays.equals(round, none)) {
            return 1;
        }
        refit.add(copy(tree), round);
        return 2;
    }

    private static Tree copy(Tree tree) {
        return new Tree(tree.capacity()).copyFrom(tree);
    }

    /** Marks the constants that are round, by node. */
    private static boolean[] round(Tree tree) {
        boolean[] round = new boolean[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            round[node] = tree.opcode(node) == Opcode.CONSTANT && RoundValues.isRound(tree.value(node));
        }
        return round;
    }

    private GenerationSums evaluate(List<Tree> trees, Demand demand) {
        List<Expression> expressions = trees.stream().map(Tree::toExpression).toList();
        Generation generation = Generation.of(expressions, demand, loss).withTarget(0, spread);
        return rows.evaluate(generation);
    }

    /**
     * Returns the losses of models on held-out folds. For each fold, the constants that are not round make a step from
     * the fit to all rows to the fit to the rows outside.
     */
    public IdentityHashMap<Model, HeldOut> heldOut(List<Model> models) {
        GenerationSums sums = evaluate(models.stream().map(Model::tree).toList(), Demand.NORMAL);
        List<Tree> outside = new ArrayList<>();
        for (int fold = 0; fold < rows.folds(); fold++) {
            int own = fold;
            CellSums others = sums.total(cell -> cell.fold() != own);
            for (int i = 0; i < models.size(); i++) {
                Tree tree = models.get(i).tree();
                outside.add(RowRefit.stepped(copy(tree), others, i, round(tree)));
            }
        }
        GenerationSums tried = evaluate(outside, Demand.LOSS);
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
