package org.spolia.symbolic.search.range;

import org.spolia.symbolic.key.Names;

/**
 * Where a model has a value inside the training range.
 *
 * @param points the points at which the model was evaluated; 0 if a proof needed none
 * @param undefined the points among them without a finite value
 */
public record Coverage(Kind kind, int points, int undefined) {
    static final Coverage PROVEN = new Coverage(Kind.PROVEN, 0, 0);
    static final Coverage UNKNOWN = new Coverage(Kind.UNKNOWN, 0, 0);

    /** What is known. */
    public enum Kind {
        /** Interval arithmetic proves a finite value at every point of the training range. */
        PROVEN,
        /** There is no proof, but a finite value at each point that was checked. */
        CHECKED,
        /** There is no finite value at points where rows can be expected. */
        GAPS,
        /** There are too few rows to say, or the constants of the model depend on a category. */
        UNKNOWN
    }

    static Coverage checked(int points) {
        return new Coverage(Kind.CHECKED, points, 0);
    }

    static Coverage gaps(int points, int undefined) {
        return new Coverage(Kind.GAPS, points, undefined);
    }

    public boolean hasGaps() {
        return kind == Kind.GAPS;
    }

    /** The name in files. */
    public String label() {
        return Names.kebab(kind);
    }
}
