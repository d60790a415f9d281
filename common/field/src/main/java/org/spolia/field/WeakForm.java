package org.spolia.field;

import java.util.ArrayList;
import java.util.List;

/**
 * A partial differential equation in weak form: multiplied by test functions φ and integrated over windows in time and
 * space, where integration by parts moves each derivative from the field to φ, ∫ φ Dᵃf = (-1)ᵃ ∫ f Dᵃφ. No noisy value
 * is ever differentiated (Gurevich, Reinbold and Grigoriev, Chaos 29 (2019) 103113; Messenger and Bortz, Journal of
 * Computational Physics 443 (2021) 110525).
 *
 * <p>Each window is a row. A term of the equation, a derivative of some function of the fields, has one number in each
 * row. The numbers are divided by ∫φ, so they are means of the term over the window, weighted by φ, in the unit of the
 * term. An equation that is a sum of such terms has the same coefficients for its rows.
 */
public final class WeakForm {
    private final Grid grid;
    private final List<AxisWindows> windows;

    private WeakForm(Grid grid, List<AxisWindows> windows) {
        this.grid = grid;
        this.windows = windows;
    }

    /**
     * Creates the windows of a grid, one kind for each axis. They stay inside walls and open ends and wrap around
     * periodic axes.
     *
     * @throws IllegalArgumentException if an axis is shorter than its window
     */
    public static WeakForm of(Grid grid, WeakFormWindow... windows) {
        if (windows.length != grid.rank()) {
            throw new IllegalArgumentException("Weak form has " + windows.length + " windows for a grid of "
                    + grid.rank() + " axes; give one for each");
        }
        List<AxisWindows> ofAxes = new ArrayList<>();
        for (int axis = 0; axis < windows.length; axis++) {
            ofAxes.add(new AxisWindows(grid.axis(axis), windows[axis]));
        }
        return new WeakForm(grid, ofAxes);
    }

    /** The number of windows in all directions together. */
    public int rows() {
        int rows = 1;
        for (AxisWindows ofAxis : windows) {
            rows *= ofAxis.count();
        }
        return rows;
    }

    /** Returns the coordinate along an axis of the centre of each window, in the order of rows. */
    public double[] centres(int axis) {
        int inner = 1;
        for (AxisWindows faster : windows.subList(axis + 1, windows.size())) {
            inner *= faster.count();
        }
        double[] centres = new double[rows()];
        for (int row = 0; row < centres.length; row++) {
            centres[row] =
                    windows.get(axis).centre(row / inner % windows.get(axis).count());
        }
        return centres;
    }

    /**
     * Returns for each window the mean of a derivative of a field, or of a function of fields that was evaluated at the
     * points.
     *
     * @param orders the order of the derivative along each axis
     * @throws IllegalArgumentException if the field is on other axes or an order is not below the power of the axis'
     * test functions
     */
    public double[] means(Field field, int... orders) {
        if (!field.grid().equals(grid)) {
            throw new IllegalArgumentException(
                    "Field is on another grid than its weak form; use a weak form on the field's grid");
        }
        if (orders.length != grid.rank()) {
            throw new IllegalArgumentException(
                    "Term has " + orders.length + " orders on a grid of " + grid.rank() + " axes; give one for each");
        }
        double[] values = field.shared();
        int outer = 1;
        for (int axis = 0; axis < orders.length; axis++) {
            values = windows.get(axis).integrate(values, outer, grid.stride(axis), orders[axis]);
            outer *= windows.get(axis).count();
        }
        return values;
    }
}
