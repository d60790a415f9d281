package org.spolia.symbolic.rows;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.RoundValues;

/**
 * Writes a constant that multiplies a sum into the factors that its terms have themselves, so that
 * {@code k (z - c f)} becomes {@code k z + d f}. Both have the same values. But where k passes zero from one group of
 * rows to the next, c is infinite and d is not.
 */
public final class TermFactors {
    /** A term of a sum with its sign. */
    private record Term(Tree tree, boolean negative) {}

    private TermFactors() {}

    /** Returns the tree, with fewer constants if all terms of a sum have their own factor. */
    public static Tree apart(Tree tree) {
        return apart(tree, tree.size() - 1);
    }

    private static Tree apart(Tree tree, int node) {
        int opcode = tree.opcode(node);
        if (opcode != Opcode.ADD && opcode != Opcode.SUB && opcode != Opcode.MUL && opcode != Opcode.DIV) {
            return part(tree, node);
        }
        Tree left = apart(tree, tree.start(node - 1) - 1);
        Tree right = apart(tree, node - 1);
        if (opcode == Opcode.MUL && isFree(left)) {
            return scaled(right, left.value(0), joined(opcode, left, right));
        }
        if (opcode == Opcode.MUL && isFree(right)) {
            return scaled(left, right.value(0), joined(opcode, left, right));
        }
        if (opcode == Opcode.DIV && isFree(right)) {
            return scaled(left, 1 / right.value(0), joined(opcode, left, right));
        }
        return joined(opcode, left, right);
    }

    private static Tree part(Tree tree, int node) {
        return new Tree(tree.capacity(), tree.definitions()).append(tree, tree.start(node), node + 1);
    }

    private static Tree joined(int opcode, Tree left, Tree right) {
        return new Tree(left.capacity(), left.definitions())
                .append(left, 0, left.size())
                .append(right, 0, right.size())
                .operator(opcode);
    }

    private static boolean isFree(Tree tree) {
        return tree.size() == 1 && tree.opcode(0) == Opcode.CONSTANT && !RoundValues.isRound(tree.value(0));
    }

    /**
     * Returns a sum times a factor.
     *
     * @param unchanged what to return if no term has a factor, or if sums cannot be written with the operators there
     */
    private static Tree scaled(Tree sum, double factor, Tree unchanged) {
        List<Term> terms = new ArrayList<>();
        boolean[] adds = new boolean[1];
        collect(sum, false, terms, adds);
        List<Term> others = terms.stream().filter(term -> factor(term.tree) < 0).toList();
        boolean allPlain = others.size() < 2 || adds[0];
        if (terms.size() < 2 || others.size() == terms.size() || !allPlain || !Double.isFinite(factor)) {
            return unchanged;
        }
        Tree result = null;
        if (!others.isEmpty()) {
            boolean flipped = others.get(0).negative;
            Tree inner = others.get(0).tree;
            for (Term term : others.subList(1, others.size())) {
                inner = joined(term.negative == flipped ? Opcode.ADD : Opcode.SUB, inner, term.tree);
            }
            Tree constant = new Tree(sum.capacity(), sum.definitions()).constant(flipped ? -factor : factor);
            result = joined(Opcode.MUL, constant, inner);
        }
        for (Term term : terms) {
            int own = factor(term.tree);
            if (own >= 0) {
                boolean subtracts = result != null && !adds[0];
                double signed = term.negative == subtracts ? factor : -factor;
                Tree changed = part(term.tree, term.tree.size() - 1);
                double value = changed.value(own);
                changed.setValue(own, isDivisor(changed, own) ? value / signed : value * signed);
                result = result == null ? changed : joined(adds[0] ? Opcode.ADD : Opcode.SUB, result, changed);
            }
        }
        return result == null ? unchanged : result;
    }

    private static void collect(Tree sum, boolean negative, List<Term> terms, boolean[] adds) {
        int root = sum.size() - 1;
        int opcode = sum.opcode(root);
        if (opcode != Opcode.ADD && opcode != Opcode.SUB) {
            terms.add(new Term(sum, negative));
            return;
        }
        adds[0] |= opcode == Opcode.ADD;
        collect(part(sum, sum.start(root - 1) - 1), negative, terms, adds);
        collect(part(sum, root - 1), negative != (opcode == Opcode.SUB), terms, adds);
    }

    /** The node of a free constant that the whole term is proportional to, or to its inverse; -1 if there is none. */
    private static int factor(Tree term) {
        return factor(term, term.size() - 1);
    }

    private static int factor(Tree term, int node) {
        int opcode = term.opcode(node);
        if (opcode == Opcode.CONSTANT) {
            return RoundValues.isRound(term.value(node)) ? -1 : node;
        }
        if (opcode != Opcode.MUL && opcode != Opcode.DIV) {
            return -1;
        }
        int left = factor(term, term.start(node - 1) - 1);
        boolean takesRight = opcode == Opcode.MUL || term.opcode(node - 1) == Opcode.CONSTANT;
        return left >= 0 || !takesRight ? left : factor(term, node - 1);
    }

    private static boolean isDivisor(Tree term, int constant) {
        return constant + 1 < term.size() && term.opcode(constant + 1) == Opcode.DIV;
    }
}
