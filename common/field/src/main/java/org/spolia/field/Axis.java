package org.spolia.field;

import java.util.Arrays;
import java.util.Objects;

/**
 * The points of a grid along one direction, which may be time: coordinates that rise or fall strictly, with even or
 * uneven steps. Steps that differ by no more than the rounding of single precision, in which simulations store them,
 * are even and treated as equal.
 */
public final class Axis {
    /** Twice the rounding of the two coordinates that a step is the difference of, relative to the largest of them. */
    private static final double ROUNDING = 4 * 0x1p-24;

    private final String name;
    private final double[] coordinates;
    private final Boundary boundary;
    private final double period;
    private final boolean even;

    private Axis(String name, double[] coordinates, Boundary boundary, double period, boolean even) {
        this.name = name;
        this.coordinates = coordinates;
        this.boundary = boundary;
        this.period = period;
        this.even = even;
    }

    /**
     * Creates an axis with these coordinates. The ends of a periodic axis are joined by one more of its even steps.
     *
     * @throws IllegalArgumentException if there are fewer than two points, if they do not rise or fall strictly, or if
     * they are periodic with uneven steps, whose period is unknown
     */
    public static Axis of(String name, double[] coordinates, Boundary boundary) {
        requireStrictlyMonotonic(name, coordinates);
        double step = step(coordinates);
        boolean even = even(coordinates, step);
        if (boundary == Boundary.PERIODIC && !even) {
            throw new IllegalArgumentException(
                    "Axis '" + name + "' is periodic and its steps are uneven; give its period with Axis.periodic");
        }
        double period = boundary == Boundary.PERIODIC ? step * coordinates.length : 0;
        return new Axis(name, coordinates.clone(), boundary, period, even);
    }

    /** An axis with even steps. */
    public static Axis even(String name, int size, double start, double step, Boundary boundary) {
        double[] coordinates = new double[size];
        for (int i = 0; i < size; i++) {
            coordinates[i] = start + i * step;
        }
        return of(name, coordinates, boundary);
    }

    /**
     * Creates a periodic axis whose coordinates return after the period, with the sign of its direction.
     *
     * @throws IllegalArgumentException if the period is not longer than the distance from the first point to the last
     */
    public static Axis periodic(String name, double[] coordinates, double period) {
        requireStrictlyMonotonic(name, coordinates);
        double length = coordinates[coordinates.length - 1] - coordinates[0];
        if (!(period / length > 1)) {
            throw new IllegalArgumentException("Axis '" + name + "' has the period " + period + " and " + length
                    + " between its first and last point; a period is longer and has the same sign");
        }
        double step = period / coordinates.length;
        return new Axis(name, coordinates.clone(), Boundary.PERIODIC, period, even(coordinates, step));
    }

    public String name() {
        return name;
    }

    public int size() {
        return coordinates.length;
    }

    public Boundary boundary() {
        return boundary;
    }

    public boolean isPeriodic() {
        return boundary == Boundary.PERIODIC;
    }

    /** Returns whether all steps are equal, including the step that joins the ends of a periodic axis. */
    public boolean isEven() {
        return even;
    }

    /** The mean step, which is the step of an even axis. */
    public double step() {
        return isPeriodic() ? period / size() : step(coordinates);
    }

    /** The length after which a periodic axis returns; 0 for others. */
    double period() {
        return period;
    }

    /** The coordinate of a point; on a periodic axis, points continue at both ends. */
    public double coordinate(int point) {
        if (even) {
            return coordinates[0] + point * step();
        }
        if (!isPeriodic()) {
            return coordinates[point];
        }
        return coordinates[Math.floorMod(point, size())] + Math.floorDiv(point, size()) * period;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Axis axis
                && name.equals(axis.name)
                && boundary == axis.boundary
                && period == axis.period
                && Arrays.equals(coordinates, axis.coordinates);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, boundary, period, Arrays.hashCode(coordinates));
    }

    private static void requireStrictlyMonotonic(String name, double[] coordinates) {
        if (coordinates.length < 2) {
            throw new IllegalArgumentException(
                    "Axis '" + name + "' has " + coordinates.length + " points; a direction needs at least 2");
        }
        double direction = Math.signum(coordinates[1] - coordinates[0]);
        for (int i = 1; i < coordinates.length; i++) {
            double step = coordinates[i] - coordinates[i - 1];
            if (!(step * direction > 0) || Double.isInfinite(step)) {
                throw new IllegalArgumentException("Axis '" + name + "' goes from " + coordinates[i - 1] + " to "
                        + coordinates[i] + " at point " + i + "; coordinates are finite and rise or fall strictly");
            }
        }
    }

    private static double step(double[] coordinates) {
        return (coordinates[coordinates.length - 1] - coordinates[0]) / (coordinates.length - 1);
    }

    private static boolean even(double[] coordinates, double step) {
        double largest = Math.max(Math.abs(coordinates[0]), Math.abs(coordinates[coordinates.length - 1]));
        for (int i = 1; i < coordinates.length; i++) {
            if (Math.abs(coordinates[i] - (coordinates[0] + i * step)) > ROUNDING * largest) {
                return false;
            }
        }
        return true;
    }
}
