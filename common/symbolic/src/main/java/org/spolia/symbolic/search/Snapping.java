package org.spolia.symbolic.search;

import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.RoundValues;
import org.spolia.symbolic.search.front.Model;

/**
 * Moves constants to round values nearby if the description gets shorter. The Jacobian predicts the cost of a move, so
 * that only promising moves are evaluated. A constant that the data leave undetermined, because another constant can
 * compensate for it, is set to 1.
 */
final class Snapping {
    private static final double MARGIN = 6;
    private static final int FAILURES = 4;
    private static final double UNDETERMINED = 1e-3;
    private static final double NATS_PER_BIT = 0.6931471805599453;

    private record Move(int node, double value) {}

    private final Polish polish;
    private final ToDoubleFunction<Model> description;
    private final double indifference;
    private final Set<Move> refused = new HashSet<>();
    private final RoundValues roundValues = new RoundValues();
    private int bestNode;
    private double bestValue;

    /**
     * @param description the length to be minimised
     * @param indifference the nats by which a description with a round constant may be longer; if positive, a few moves
     * are compared before one is made
     */
    Snapping(Polish polish, ToDoubleFunction<Model> description, double indifference) {
        this.polish = polish;
        this.description = description;
        this.indifference = indifference;
    }

    /** Moves as many constants to round values as shorten the description. */
    Model snap(Model start) {
        Model model = settled(start);
        Model moved = moved(model);
        while (moved != model) {
            model = moved;
            moved = moved(model);
        }
        return model;
    }

    /** Returns the model after one move, or the same model if no move pays. */
    private Model moved(Model model) {
        Model best = model;
        double shortest = description.applyAsDouble(model) + indifference;
        refused.clear();
        for (int tries = 0; tries < FAILURES && !polish.exhausted() && choose(model); tries++) {
            Tree tree = polish.newTree().copyFrom(model.tree());
            tree.setValue(bestNode, bestValue);
            Model moved = polish.refitted(tree);
            double length = description.applyAsDouble(moved);
            if (length < shortest) {
                best = moved;
                shortest = length;
                if (indifference == 0) {
                    return best;
                }
            }
            refused.add(new Move(bestNode, bestValue));
        }
        return best;
    }

    /** Replaces constants that are round up to their last bits by the exact round values. */
    private Model settled(Model start) {
        Tree tree = polish.newTree().copyFrom(start.tree());
        boolean changed = false;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                double settled = roundValues.settled(tree.value(node));
                changed |= settled != tree.value(node);
                tree.setValue(node, settled);
            }
        }
        Model model = changed ? polish.refitted(tree) : start;
        return description.applyAsDouble(model) <= description.applyAsDouble(start) ? model : start;
    }

    /** Chooses the move with the shortest predicted description. The moves in {@link #refused} failed before. */
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
                boolean worthItsName = indifference == 0 || bits <= free + indifference;
                if (worthItsName && change < best && !refused.contains(new Move(node, round))) {
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
