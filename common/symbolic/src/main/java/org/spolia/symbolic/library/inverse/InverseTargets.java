package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.library.scoring.BlockTable;
import org.spolia.symbolic.library.scoring.Grammar;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.library.scoring.Signature;

/**
 * The inverse targets that chains of inversions reach, in the order of their costs. Targets with equal values occur
 * once.
 */
final class InverseTargets {
    private static final int LARGEST_BLOCK_COST = 4;

    /** The most numbers that all targets hold together. */
    private static final int LARGEST_MEMORY = 2_000_000;

    private static final int MOST = 20_000;

    private final Library library;
    private final int limit;
    private final int neededRows;
    private final List<InverseTarget> targets = new ArrayList<>();
    private final List<Integer> firstOfCost = new ArrayList<>();
    private final Signature.Set seen = new Signature.Set();
    private final Signature signature;
    private final Inversion inversion;
    private long steps;

    /** Targets may lose rows where no inner value gives the target, but must keep {@code neededRows}. */
    InverseTargets(Library library, int neededRows) {
        this.library = library;
        this.limit = Math.min(MOST, LARGEST_MEMORY / (2 * library.rows().padded()));
        this.neededRows = neededRows;
        this.signature = new Signature(library.rows().count());
        this.inversion = new Inversion(library.rows().padded());
        InverseTarget root = InverseTarget.root(library);
        targets.add(root);
        seen.add(signature.of(root.values()));
        firstOfCost.add(0);
    }

    InverseTarget target(int index) {
        return targets.get(index);
    }

    /** Returns the index of the first target of this cost, and makes all targets of lower costs. */
    int first(int cost) {
        while (firstOfCost.size() <= cost) {
            int next = firstOfCost.size();
            firstOfCost.add(targets.size());
            make(next);
        }
        return firstOfCost.get(cost);
    }

    private int end(int cost) {
        return cost + 1 < firstOfCost.size() ? firstOfCost.get(cost + 1) : targets.size();
    }

    private void make(int cost) {
        Grammar grammar = library.grammar();
        for (int parentCost = 0; parentCost < cost; parentCost++) {
            int to = Math.min(end(parentCost), firstOfCost.get(cost));
            for (int index = firstOfCost.get(parentCost); index < to && targets.size() < limit; index++) {
                InverseTarget parent = targets.get(index);
                for (int opcode : grammar.unary()) {
                    if (parentCost + inverseCost(opcode) == cost && Inversion.inverts(opcode)) {
                        steps++;
                        inversion.unary(opcode, parent.values(), parent.weights(), NOTHING);
                        keep(parent, opcode, -1, true, cost - parentCost, 2);
                    }
                }
                int blockCost = cost - parentCost - 1;
                if (blockCost >= 1 && blockCost <= LARGEST_BLOCK_COST) {
                    undoBinary(parent, blockCost);
                }
            }
        }
    }

    private static final double[] NOTHING = {};

    private static int inverseCost(int opcode) {
        return opcode == Opcode.CUBE ? 2 : 1;
    }

    private void undoBinary(InverseTarget parent, int blockCost) {
        BlockTable blocks = library.blocks();
        for (int block = library.firstOfCost(blockCost); block < library.firstOfCost(blockCost + 1); block++) {
            if (targets.size() >= limit) {
                return;
            }
            double[] values = blocks.values(block);
            int size = blocks.size(block) + 1;
            boolean constant = blocks.isConstant(block);
            for (int opcode : library.grammar().binary()) {
                if (opcode == Opcode.MUL || opcode == Opcode.DIV || opcode == Opcode.ADD) {
                    if (constant && opcode != Opcode.ADD) {
                        continue;
                    }
                    steps++;
                    inversion.left(opcode, parent.values(), parent.weights(), values);
                    keep(parent, opcode, block, true, blockCost + 1, size);
                } else if (opcode == Opcode.SUB) {
                    steps++;
                    inversion.right(opcode, parent.values(), parent.weights(), values);
                    keep(parent, opcode, block, false, blockCost + 1, size);
                    inversion.left(opcode, parent.values(), parent.weights(), values);
                    keep(parent, opcode, block, true, blockCost + 1, size);
                }
            }
        }
    }

    private void keep(InverseTarget parent, int opcode, int block, boolean unknownFirst, int cost, int size) {
        if (inversion.valid() < neededRows || !seen.add(signature.of(inversion.values()))) {
            return;
        }
        targets.add(
                block < 0
                        ? parent.unary(opcode, cost, size, inversion)
                        : parent.binary(opcode, block, unknownFirst, cost, size, inversion));
    }

    int count() {
        return targets.size();
    }

    /** Returns the number of inversions computed. */
    long steps() {
        return steps;
    }
}
