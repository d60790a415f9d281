package org.spolia.symbolic.search.choice;

/** How the standard deviation of noise follows the size of what is measured. */
enum Spread {
    /** The same everywhere. */
    CONSTANT,

    /** As its square root, like that of counts. */
    ROOT,

    /** In proportion, like that of most instruments. */
    PROPORTIONAL;

    double of(double size) {
        return switch (this) {
            case CONSTANT -> 1;
            case ROOT -> Math.sqrt(size);
            case PROPORTIONAL -> size;
        };
    }
}
