package org.spolia.symbolic.search.choice;

/** How the standard deviation of noise depends on the magnitude of the values. */
enum Spread {
    /** Independent of the magnitude. */
    CONSTANT,

    /** Proportional to its square root, as for counts. */
    ROOT,

    /** Proportional to it, as for most instruments. */
    PROPORTIONAL;

    double of(double size) {
        return switch (this) {
            case CONSTANT -> 1;
            case ROOT -> Math.sqrt(size);
            case PROPORTIONAL -> size;
        };
    }
}
