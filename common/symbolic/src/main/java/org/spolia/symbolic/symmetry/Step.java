package org.spolia.symbolic.symmetry;

/**
 * A step that removes one coordinate. The target is divided by {@code first^power}, which is 1 for power 0. Then,
 * unless the step is a {@link Kind#FACTOR}, the first coordinate becomes a combination of both. In either case one
 * coordinate is dropped and those after it move up: the second one, or for a factor the first.
 *
 * @param kind how the coordinates combine
 * @param first the number of the first coordinate
 * @param second the number of the second, larger one; 0 for a factor
 * @param a the power of the first coordinate in a product; 1 otherwise
 * @param b the power of the second in a product, or the sign of the second term
 * @param power the power of the first coordinate in the target
 */
public record Step(Kind kind, int first, int second, int a, int b, double power) {
    /** How two coordinates combine. */
    public enum Kind {
        /** The target is proportional to a power of the first. */
        FACTOR,
        /** {@code first^a second^b}. */
        PRODUCT,
        /** {@code first + b second}. */
        SUM,
        /** {@code first² + b second²}. */
        SQUARES
    }

    /** The number of the coordinate that is dropped. */
    public int dropped() {
        return kind == Kind.FACTOR ? first : second;
    }
}
