package org.spolia.bench.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.statistics.RandomStream;

/** Draws that are equal on every JDK. */
final class Dice {
    private static final int STEPS = 1 << 24;

    private final RandomStream random;

    Dice(long seed, long number) {
        this.random = RandomStream.of(seed, number);
    }

    int below(int bound) {
        return random.below(bound);
    }

    boolean chance(double probability) {
        return between(0, 1) < probability;
    }

    double between(double lower, double upper) {
        return lower + (upper - lower) * random.below(STEPS) / STEPS;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Returns the items in another order. */
    <T> List<T> shuffled(List<T> items) {
        int[] order = IntStream.range(0, items.size()).toArray();
        random.shuffle(order);
        return IntStream.of(order).mapToObj(items::get).toList();
    }

    /** Splits the items into this many parts, none of which is empty. */
    <T> List<List<T>> split(List<T> items, int parts) {
        List<T> order = shuffled(items);
        List<List<T>> split = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            split.add(new ArrayList<>(List.of(order.get(part))));
        }
        for (T item : order.subList(parts, order.size())) {
            split.get(below(parts)).add(item);
        }
        return split;
    }
}
