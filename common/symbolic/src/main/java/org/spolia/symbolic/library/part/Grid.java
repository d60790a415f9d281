package org.spolia.symbolic.library.part;

/** How many constants are tried for the parts of an argument. */
enum Grid {
    /** A coordinate. */
    SINGLE(12, 0.8, 1.5),
    /** A product of coordinates. */
    COMPOSITE(5, 0.8, 1.5),
    /** The argument of an inner part, whose errors an outer function enlarges. */
    INNER(5, 0.7, 1.22),
    /** An inner part. */
    OUTER(5, 0.5, 1.4);

    /** The largest number of periods of a wave in the range of the argument. */
    final double periods;

    /** The largest phase between neighbours of a grid of frequencies, in radians. */
    final double phaseStep;

    /** The ratio of neighbours of a geometric grid. */
    final double ratio;

    Grid(double periods, double phaseStep, double ratio) {
        this.periods = periods;
        this.phaseStep = phaseStep;
        this.ratio = ratio;
    }
}
