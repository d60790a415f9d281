package org.spolia.symbolic.library.inverse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.library.scoring.Library;

/** The order in which contexts are tried: by the cost of a state and of what stands beside it, cheap ones first. */
final class Agenda {
    private static final int LARGEST_COST = 12;
    private static final int VARYING_COST = 6;
    private static final int POWER_COST = 3;
    private static final int ROOT_POWER_COST = 3;
    private static final int DEEP_POWER_COST = 5;
    private static final int POWER_LAG = 1;
    private static final int BEAM_COST = 5;
    private static final int BEAM_LAG = 3;
    private static final int BESIDE_COST = 7;
    private static final int BLOCKS_AT_ONCE = 64;

    private final Library library;
    private final States states;
    private final Deque<Item> ready = new ArrayDeque<>();
    private int cost;
    private int phase;
    private int state;
    private long issued;

    Agenda(Library library, States states) {
        this.library = library;
        this.states = states;
    }

    /** How many items were taken. */
    long issued() {
        return issued;
    }

    /** The next item; empty when everything was tried. */
    Optional<Item> next() {
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
        switch (phase) {
            case 0 -> {
                forStates(cost, Item.Kind.AFFINE);
                phase++;
            }
            case 1 -> {
                if (cost <= VARYING_COST && VaryingContext.applies(library.writing())) {
                    forStates(cost, Item.Kind.VARYING);
                }
                if (cost <= ROOT_POWER_COST && PowerContext.applies(library.writing())) {
                    forStates(cost, Item.Kind.POWER);
                }
                if (cost - POWER_LAG > ROOT_POWER_COST
                        && cost - POWER_LAG <= DEEP_POWER_COST
                        && PowerContext.applies(library.writing())) {
                    forStates(cost - POWER_LAG, Item.Kind.POWER);
                }
                if (cost >= BEAM_LAG && cost - BEAM_LAG <= BEAM_COST && BeamContext.applies(library.writing())) {
                    forStates(cost - BEAM_LAG, Item.Kind.BEAM);
                }
                phase++;
                state = 0;
            }
            default -> beside();
        }
    }

    private void forStates(int cost, Item.Kind kind) {
        int end = states.first(cost + 1);
        for (int index = states.first(cost); index < end; index++) {
            switch (kind) {
                case AFFINE -> add(kind, index, 0, 0, 2);
                case VARYING -> add(kind, index, 0, library.rows().coordinates(), VaryingContext.PASSES);
                case POWER -> {
                    if (hasPowers(states.state(index))) {
                        add(kind, index, 0, 0, 6 + 4 * library.rows().coordinates());
                    }
                }
                default -> ready.add(new Item(kind, index, 0, 0, BeamContext.charge(library)));
            }
        }
    }

    private void add(Item.Kind kind, int index, int from, int to, int passes) {
        long pass = (long) library.matrix().tiles() * library.rows().padded();
        ready.add(new Item(kind, index, from, to, pass * passes * Math.max(1, to - from)));
    }

    /** Powers of states that come from products or powers are found at the state before. */
    private static boolean hasPowers(State state) {
        if (state.isRoot()) {
            return true;
        }
        return switch (state.opcode()) {
            case Opcode.MUL, Opcode.DIV, Opcode.INV, Opcode.SQUARE, Opcode.CUBE, Opcode.SQRT -> false;
            default -> true;
        };
    }

    private void beside() {
        if (state >= states.first(cost)) {
            cost++;
            phase = 0;
            return;
        }
        State current = states.state(state);
        int blockCost = cost - current.cost() - 2;
        if (blockCost >= 1 && blockCost <= BESIDE_COST) {
            if (PairContext.applies(library.writing())) {
                addBlocks(Item.Kind.SUM, blockCost);
            }
            if (PairContext.appliesToQuotients(library.writing())) {
                addBlocks(Item.Kind.QUOTIENT, blockCost);
            }
            if (current.cost() <= POWER_COST && hasPowers(current) && PowerContext.applies(library.writing())) {
                addBlocks(Item.Kind.POWER_BESIDE, blockCost);
            }
        }
        state++;
    }

    private void addBlocks(Item.Kind kind, int blockCost) {
        int end = library.firstOfCost(blockCost + 1);
        int preparation =
                kind == Item.Kind.POWER_BESIDE ? 6 + 4 * library.rows().coordinates() : 4;
        long pass = (long) library.matrix().tiles() * library.rows().padded();
        for (int from = library.firstOfCost(blockCost); from < end; from += BLOCKS_AT_ONCE) {
            int to = Math.min(end, from + BLOCKS_AT_ONCE);
            ready.add(new Item(kind, state, from, to, pass * (preparation + to - from)));
        }
    }
}
