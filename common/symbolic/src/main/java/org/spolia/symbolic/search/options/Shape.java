package org.spolia.symbolic.search.options;

import java.io.Serializable;
import java.util.List;

/**
 * Known properties of the target that a model must have at all points of a range, not only at the rows: limits of its
 * values, and variables in which it never decreases or never increases (Kronberger, de Franca, Burlacu, Haider and
 * Kommenda, Evol. Comput. 30 (2022) 75). A constant alone passes, because it means that nothing was found.
 *
 * @param box the range of each variable; empty if nothing is known
 * @param trends the change of the target with each variable
 * @param least the least value, or negative infinity
 * @param largest the largest value, or positive infinity
 */
public record Shape(List<Range> box, List<Trend> trends, double least, double largest) implements Serializable {
    /** No known properties. */
    public static final Shape NONE =
            new Shape(List.of(), List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** From one value of a variable to another, both finite. */
    public record Range(double low, double high) implements Serializable {
        public Range {
            if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
                throw new IllegalArgumentException(
                        "a range must be from one number to one that is not smaller: " + low + " to " + high);
            }
        }
    }

    /** The change of the target as a variable grows. */
    public enum Trend {
        ANY,
        INCREASING,
        DECREASING
    }

    public Shape {
        box = List.copyOf(box);
        trends = List.copyOf(trends);
        if (box.size() != trends.size()) {
            throw new IllegalArgumentException(
                    "there are " + trends.size() + " trends for " + box.size() + " ranges; give one for each variable");
        }
        if (!(least <= largest)) {
            throw new IllegalArgumentException(
                    "the least value must not be above the largest: " + least + " to " + largest);
        }
    }

    public boolean given() {
        return least > Double.NEGATIVE_INFINITY
                || largest < Double.POSITIVE_INFINITY
                || trends.stream().anyMatch(trend -> trend != Trend.ANY);
    }
}
