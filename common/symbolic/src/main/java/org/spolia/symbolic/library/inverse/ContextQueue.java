package org.spolia.symbolic.library.inverse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.library.inverse.WorkItem.Kind;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/**
 * The order in which contexts are scored. Each level of cost first scores inverse targets alone, as {@link #RULES} say,
 * and then inverse targets with one more block whose costs add up to the level.
 */
final class ContextQueue {
    private static final int LARGEST_COST = 12;

    /**
     * A context with one more block combines two costs, so blocks get most of the range and powers only cheap targets.
     */
    private static final int LARGEST_BLOCK_COST = 7;

    private static final int LARGEST_POWER_COST = 3;

    /** The cost of the operator that joins the block to the context. */
    private static final int JOIN_COST = 2;

    private static final int BLOCKS_AT_ONCE = 64;

    /** The contexts of a target alone, in the order in which a level scores them. */
    private static final List<Rule> RULES = List.of(
            // A single pass per target makes it the cheapest context: it goes first and applies at every level.
            new Rule(Kind.AFFINE, 0, 0, LARGEST_COST, vocabulary -> true),
            // Each variable takes passes of its own.
            new Rule(Kind.VARYING, 0, 0, 6, VaryingContext::applies),
            // Power laws are common, so targets near the root come without a delay.
            new Rule(Kind.POWER, 0, 0, LARGEST_POWER_COST, PowerContext::applies),
            // Deeper targets are many, and power laws inside deep chains are rare.
            new Rule(Kind.POWER, 1, LARGEST_POWER_COST + 1, 5, PowerContext::applies),
            // A beam takes over a hundred passes: the cheap contexts of three more levels go first.
            new Rule(Kind.BEAM, 3, 0, 5, BeamContext::applies));

    /**
     * Scores targets with a cost from {@code least} to {@code most}.
     *
     * @param delay the levels that pass between the cost of a target and its turn
     * @param applies whether the operators can express the context
     */
    private record Rule(Kind kind, int delay, int least, int most, Predicate<OperatorVocabulary> applies) {
        boolean covers(int targetCost) {
            return least <= targetCost && targetCost <= most;
        }
    }

    private final Library library;
    private final InverseTargets targets;
    private final Deque<WorkItem> ready = new ArrayDeque<>();
    private int cost;
    private boolean rulesApplied;
    private int targetWithBlocks;
    private long issued;

    ContextQueue(Library library, InverseTargets targets) {
        this.library = library;
        this.targets = targets;
    }

    /** Returns the number of items taken so far. */
    long issued() {
        return issued;
    }

    /** Returns the next item, or empty at the end of the enumeration. */
    Optional<WorkItem> next() {
        while (ready.isEmpty()) {
            if (cost > LARGEST_COST) {
                return Optional.empty();
            }
            fill();
        }
        issued++;
        return Optional.of(ready.remove());
    }

    private void fill() {
        if (!rulesApplied) {
            RULES.forEach(this::apply);
            rulesApplied = true;
            targetWithBlocks = 0;
        } else if (targetWithBlocks < targets.first(cost)) {
            addWithBlocks(targetWithBlocks++);
        } else {
            cost++;
            rulesApplied = false;
        }
    }

    private void apply(Rule rule) {
        int targetCost = cost - rule.delay();
        if (!rule.covers(targetCost) || !rule.applies().test(library.vocabulary())) {
            return;
        }
        int end = targets.first(targetCost + 1);
        for (int target = targets.first(targetCost); target < end; target++) {
            switch (rule.kind()) {
                case AFFINE -> add(Kind.AFFINE, target, 0, 0, AffineContext.PASSES);
                case VARYING -> add(Kind.VARYING, target, 0, library.rows().coordinates(), VaryingContext.PASSES);
                case POWER -> {
                    if (hasPowers(targets.target(target))) {
                        add(Kind.POWER, target, 0, 0, powerPasses());
                    }
                }
                default -> ready.add(new WorkItem(rule.kind(), target, 0, 0, BeamContext.charge(library)));
            }
        }
    }

    private void add(Kind kind, int target, int from, int to, int passes) {
        ready.add(new WorkItem(kind, target, from, to, pass() * passes * Math.max(1, to - from)));
    }

    private long pass() {
        return (long) library.matrix().tiles() * library.rows().padded();
    }

    private int powerPasses() {
        return 6 + 4 * library.rows().coordinates();
    }

    /** Powers of a target that a product or a power leaves are already found at the target before it. */
    private static boolean hasPowers(InverseTarget target) {
        if (target.isRoot()) {
            return true;
        }
        return switch (target.opcode()) {
            case Opcode.MUL, Opcode.DIV, Opcode.INV, Opcode.SQUARE, Opcode.CUBE, Opcode.SQRT -> false;
            default -> true;
        };
    }

    private void addWithBlocks(int index) {
        InverseTarget target = targets.target(index);
        int blockCost = cost - target.cost() - JOIN_COST;
        if (blockCost < 1 || blockCost > LARGEST_BLOCK_COST) {
            return;
        }
        if (PairContext.applies(library.vocabulary())) {
            addBlocks(Kind.SUM, index, blockCost, PairContext.PREPARATION_PASSES);
        }
        if (PairContext.appliesToQuotients(library.vocabulary())) {
            addBlocks(Kind.QUOTIENT, index, blockCost, PairContext.PREPARATION_PASSES);
        }
        if (target.cost() <= LARGEST_POWER_COST && hasPowers(target) && PowerContext.applies(library.vocabulary())) {
            addBlocks(Kind.POWER_WITH_BLOCK, index, blockCost, powerPasses());
        }
    }

    private void addBlocks(Kind kind, int target, int blockCost, int preparation) {
        int end = library.firstOfCost(blockCost + 1);
        for (int from = library.firstOfCost(blockCost); from < end; from += BLOCKS_AT_ONCE) {
            int to = Math.min(end, from + BLOCKS_AT_ONCE);
            ready.add(new WorkItem(kind, target, from, to, pass() * (preparation + to - from)));
        }
    }
}
