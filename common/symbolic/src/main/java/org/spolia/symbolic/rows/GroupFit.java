package org.spolia.symbolic.rows;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.RoundValues;

/**
 * One model with own constants in each group of rows. Round constants belong to its structure and are the same in all
 * groups; the others are fitted in each group by itself, starting from those of the model.
 */
public final class GroupFit {
    private static final int MOST_PASSES = 40;

    private final Generation generation;
    private final double[][] constants;
    private final double loss;

    private GroupFit(Generation generation, double[][] constants, double loss) {
        this.generation = generation;
        this.constants = constants;
        this.loss = loss;
    }

    public static GroupFit of(AllRows rows, Expression expression, Loss loss) {
        Tree tree = expression.toTree();
        double[] start = new double[tree.constantCount()];
        Tree model = new Tree(tree.capacity(), tree.definitions());
        int count = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT && !RoundValues.isRound(tree.value(node))) {
                start[count] = tree.value(node);
                model.parameter(count++);
            } else {
                model.append(tree, node, node + 1);
            }
        }
        double[][] starts = new double[rows.groups().size()][];
        double[] own = Arrays.copyOf(start, count);
        Arrays.setAll(starts, group -> own.clone());
        Expression parametrised = model.toExpression();
        double[][] fitted = count == 0
                ? starts
                : RowFit.fitGroups(parametrised, starts, loss, MOST_PASSES, rows::evaluate)
                        .parameters();
        Generation generation = Generation.ofGroups(parametrised, fitted, Demand.SPREAD, loss);
        return new GroupFit(
                generation, fitted, rows.evaluate(generation).total().meanLoss(0));
    }

    /** The model with the constants of all groups, for passes. */
    public Generation generation() {
        return generation;
    }

    /** The constants that are not round in the order of the expression, one row for each group. */
    public double[][] constants() {
        return constants;
    }

    /** The mean loss over all rows; infinite if a group has a row without a value. */
    public double loss() {
        return loss;
    }

    /** The number of constants of each group. */
    public int count() {
        return constants[0].length;
    }
}
