package org.spolia.symbolic.search.front;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.library.part.Base;

/**
 * The laws of a hall of fame that parts are added to. A law that may be a part of a longer one stands out on the front:
 * it is much better than all shorter ones. The rounds take turns.
 */
public final class Bases {
    /** After the first test for noise, which decides how many rows are used. */
    private static final long FIRST_EPOCH = 2;

    private static final long EPOCHS_A_ROUND = 5;
    private static final int MOST_ROUNDS = 12;
    private static final int EACH = 2;
    private static final int CHOICES = 6;
    private static final int LARGEST = 24;

    private record Elbow(int size, double gain) {}

    private Bases() {}

    /** The number of the round that an epoch holds; 0 if it holds none. */
    public static int round(long epoch) {
        long since = epoch - FIRST_EPOCH;
        if (since < 0 || since % EPOCHS_A_ROUND != 0 || since / EPOCHS_A_ROUND > MOST_ROUNDS) {
            return 0;
        }
        return (int) (since / EPOCHS_A_ROUND) + 1;
    }

    /** The bases of a round, numbered from 0. */
    public static List<Base> of(HallOfFame hall, int round) {
        List<Elbow> elbows = new ArrayList<>();
        int before = 0;
        for (int size : hall.front()) {
            if (before > 0 && size > 1 && size <= LARGEST && hall.loss(size, 0) > 0) {
                double gain = Evaluator.apply(Opcode.LOG, hall.loss(before, 0) / hall.loss(size, 0)) / (size - before);
                elbows.add(new Elbow(size, gain));
            }
            before = size;
        }
        elbows.sort(Comparator.comparingDouble(elbow -> -elbow.gain));
        List<Base> bases = new ArrayList<>();
        int choices = Math.min(CHOICES, elbows.size());
        for (int i = 0; i < Math.min(EACH, choices); i++) {
            int size = elbows.get((round * EACH + i) % choices).size;
            bases.add(new Base(hall.tree(size, 0), false));
            bases.add(new Base(hall.tree(size, 0), true));
        }
        return bases;
    }
}
