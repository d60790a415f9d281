package org.spolia.symbolic.interval;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The bounds of an expression in a box.
 *
 * @param value the range of its values
 * @param slopes the range of its derivative with respect to each variable
 */
public record Enclosure(Interval value, List<Interval> slopes) {
    public Enclosure {
        slopes = List.copyOf(slopes);
    }

    Enclosure with(Interval value, UnaryOperator<Interval> slope) {
        return new Enclosure(value, slopes.stream().map(slope).toList());
    }

    /** Combines slopes pairwise. */
    Enclosure with(Interval value, Enclosure other, Pairing pairing) {
        return new Enclosure(
                value,
                IntStream.range(0, slopes.size())
                        .mapToObj(i -> pairing.of(slopes.get(i), other.slopes.get(i)))
                        .toList());
    }

    /** A slope from the slopes of two operands. */
    @FunctionalInterface
    interface Pairing {
        Interval of(Interval left, Interval right);
    }

    boolean isFlat() {
        return slopes.stream().allMatch(Interval::isZero);
    }
}
