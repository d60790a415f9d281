package org.spolia.symbolic.search;

import java.util.HashSet;
import java.util.Set;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Puts constants on round values nearby where the description gets shorter. What a move would cost is foretold from the Jacobian, so
 * that only promising ones are tried. A constant that the data leave undetermined, because another one can make up for it, is put on 1.
 */
final class Snapping {
    private static final double MARGIN = 6;
    private static final int FAILURES = 4;
    private static final double UNDETERMINED = 1e-3;
    private static final double NATS_PER_BIT = 0.6931471805599453;

    private record Move(int node, double value) {}

    private final Polish polish;
    private final Set<Move> refused = new HashSet<>();
    private final RoundValues roundValues = new RoundValues();
    private int bestNode;
    private double bestValue;

    Snapping(Polish polish) {
        this.polish = polish;
    }

    /** The model with as many constants on round values as pay. */
    Model snap(Model start) {
        Model model = start;
        int failures = 0;
        refused.clear();
        while (failures < FAILURES && !polish.exhausted()) {
            if (!choose(model)) {
                return model;
            }
            Tree tree = polish.newTree().copyFrom(model.tree());
            tree.setValue(bestNode, bestValue);
            Model moved = polish.refitted(tree);
            if (moved.description() < model.description()) {
                model = moved;
                refused.clear();
                failures = 0;
            } else {
                refused.add(new Move(bestNode, bestValue));
                failures++;
            }
        }
        return model;
    }

    /** The move with the shortest foretold description; those in {@link #refused} failed before. */
    private boolean choose(Model model) {
        Tree tree = model.tree();
        double[] stiffness = polish.stiffness(tree);
        double error = model.effectiveLoss() / polish.variance();
        double free = polish.length().freeConstant(error);
        double before = polish.length().residuals(error);
        double best = MARGIN;
        boolean found = false;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) != Opcode.CONSTANT || Double.isNaN(stiffness[node])) {
                continue;
            }
            double value = tree.value(node);
            roundValues.near(value);
            double whole = stiffness[node] * value * value;
            if (whole < UNDETERMINED * model.effectiveLoss()) {
                roundValues.one(value);
            }
            for (int i = 0; i < roundValues.count(); i++) {
                double round = roundValues.value(i);
                double distance = round - value;
                double moved = error + stiffness[node] * distance * distance / polish.variance();
                double bits = RoundValues.bits(round) * NATS_PER_BIT;
                double change = polish.length().residuals(moved) - before + bits - free;
                if (change < best && !refused.contains(new Move(node, round))) {
                    best = change;
                    bestNode = node;
                    bestValue = round;
                    found = true;
                }
            }
        }
        return found;
    }
}
