package org.spolia.field;

/** A number at each point of a grid. Immutable. */
public final class Field {
    private final Grid grid;
    private final double[] values;

    private Field(Grid grid, double[] values) {
        this.grid = grid;
        this.values = values;
    }

    /**
     * Values in the order of the grid's points.
     *
     * @throws IllegalArgumentException if their number is not that of the points
     */
    public static Field of(Grid grid, double[] values) {
        requireOneForEachPoint(grid, values.length);
        return new Field(grid, values.clone());
    }

    /**
     * Values in single precision, as simulations store them; what is computed from them is computed in double
     * precision.
     */
    public static Field of(Grid grid, float[] values) {
        requireOneForEachPoint(grid, values.length);
        double[] widened = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            widened[i] = values[i];
        }
        return new Field(grid, widened);
    }

    /** For values that nobody else holds. */
    static Field owning(Grid grid, double[] values) {
        return new Field(grid, values);
    }

    public Grid grid() {
        return grid;
    }

    public double value(int point) {
        return values[point];
    }

    /** A copy of the values. */
    public double[] values() {
        return values.clone();
    }

    /** The derivative along an axis, as {@link Differentiation#derivative} has it. */
    public Field derivative(int axis, int order, Differentiation differentiation) {
        return differentiation.derivative(this, axis, order);
    }

    /** The values themselves, which must not be written. */
    double[] shared() {
        return values;
    }

    private static void requireOneForEachPoint(Grid grid, int values) {
        if (values != grid.size()) {
            throw new IllegalArgumentException(
                    "Field has " + values + " values and its grid " + grid.size() + " points; give one for each");
        }
    }
}
