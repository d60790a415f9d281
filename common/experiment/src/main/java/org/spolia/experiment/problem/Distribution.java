package org.spolia.experiment.problem;

import org.spolia.symbolic.key.InvalidValueException;

/** The distribution of values drawn from an interval. */
public enum Distribution {
    /** Uniform. */
    UNIFORM,
    /** Uniform in the logarithm; the interval is positive. */
    LOG_UNIFORM,
    /** Uniform over the integers, both ends included. */
    UNIFORM_INT;

    /** A double represents every integer up to this one. */
    private static final double MOST_INTEGER = 0x1p53;

    /** Checks that values can be drawn from an interval. */
    void check(String path, Interval interval) {
        if (this == LOG_UNIFORM && interval.lower() <= 0) {
            throw new InvalidValueException(path, "the lower end must be > 0 for the distribution log-uniform");
        }
        boolean whole = interval.lower() == Math.rint(interval.lower())
                && interval.upper() == Math.rint(interval.upper())
                && Math.max(-interval.lower(), interval.upper()) < MOST_INTEGER;
        if (this == UNIFORM_INT && !whole) {
            throw new InvalidValueException(
                    path, "both ends must be integers below 2^53 for the distribution uniform-int");
        }
    }

    /**
     * Returns the value at a share between 0 and 1 of the interval; StrictMath, because Math may round differently on
     * another JDK.
     */
    double at(double share, Interval interval) {
        double lower = interval.lower();
        double upper = interval.upper();
        double value = switch (this) {
            case UNIFORM -> lower + share * (upper - lower);
            case LOG_UNIFORM -> {
                double from = StrictMath.log(lower);
                yield StrictMath.exp(from + share * (StrictMath.log(upper) - from));
            }
            case UNIFORM_INT -> lower + Math.floor(share * (upper - lower + 1));
        };
        return Math.max(lower, Math.min(upper, value));
    }
}
