package org.spolia.symbolic.search;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.front.Models;

/** Replaces operators by one of their operands or by a constant where the description gets shorter. */
final class Shortening {
    private final Polish polish;
    private final Tree change;

    Shortening(Polish polish) {
        this.polish = polish;
        this.change = polish.newTree();
    }

    /**
     * Applies the best single replacement repeatedly until none shortens the description. All attempts are offered to
     * the models.
     */
    Model shorten(Model start, Models models) {
        Model model = start;
        while (!polish.exhausted()) {
            Model best = bestReplacement(model, models);
            if (best == model) {
                return model;
            }
            model = best;
        }
        return model;
    }

    private Model bestReplacement(Model model, Models models) {
        Tree tree = model.tree();
        Model best = model;
        for (int node = 0; node < tree.size() && !polish.exhausted(); node++) {
            if (Opcode.arity(tree.opcode(node)) == 0 || Opcode.isSpine(tree.opcode(node))) {
                continue;
            }
            int start = tree.start(node);
            for (int to = node; to > start; ) {
                int from = tree.start(to - 1);
                best = consider(tree, start, node, from, to, best, models);
                to = from;
            }
        }
        return best;
    }

    private Model consider(Tree tree, int start, int node, int from, int to, Model best, Models models) {
        change.clear().append(tree, 0, start).append(tree, from, to).append(tree, node + 1, tree.size());
        polish.simplify(change);
        Model model = polish.refitted(polish.newTree().copyFrom(change));
        models.offer(model);
        return model.description() < best.description() ? model : best;
    }
}
