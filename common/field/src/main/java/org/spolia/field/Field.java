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
     * Creates a field from values in the order of the grid's points.
     *
     * @throws IllegalArgumentException if their number differs from the number of points
     */
    public static Field of(Grid grid, double[] values) {
        requireOneForEachPoint(grid, values.length);
        return new Field(grid, values.clone());
    }

    /**
     * Creates a field from values in single precision, as simulations store them. Computations use double precision.
     */
    public static Field of(Grid grid, float[] values) {
        requireOneForEachPoint(grid, values.length);
        double[] widened = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            widened[i] = values[i];
        }
        return new Field(grid, widened);
    }

    /** Creates a field that owns the array. */
    static Field owning(Grid grid, double[] values) {
        return new Field(grid, values);
    }

    public Grid grid() {
        return grid;
    }

    public double value(int point) {
        return values[point];
    }

    /** Returns a copy of the values. */
    public double[] values() {
        return values.clone();
    }

    /** Returns the derivative along an axis, as {@link Differentiation#derivative} does. */
    public Field derivative(int axis, int order, Differentiation differentiation) {
        return differentiation.derivative(this, axis, order);
    }

    /** Returns the values themselves, which must not be changed. */
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
