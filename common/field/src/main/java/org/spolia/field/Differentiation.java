package org.spolia.field;

/**
 * A method of differentiating a field along an axis. A value that is not finite makes every derivative that uses it not
 * finite: the derivatives near it, or along its whole line for the spectral method.
 */
public abstract sealed class Differentiation permits FiniteDifference, SavitzkyGolay, Spectral {
    /** The highest order of a derivative. */
    public static final int HIGHEST_ORDER = 4;

    Differentiation() {}

    /**
     * By Fourier series: exact for everything that the grid resolves, for periodic axes with even steps only. The
     * highest frequency of an even number of points has no odd derivative on the grid and is left out there.
     */
    public static Differentiation spectral() {
        return new Spectral();
    }

    /**
     * By the polynomial through neighbouring points: centred inside, one-sided at walls and open ends, across the ends
     * of periodic axes. Uneven steps have their own weights.
     *
     * @param accuracy the power of the step with which the error falls: 2, 4, 6 or 8
     */
    public static Differentiation finiteDifference(int accuracy) {
        return new FiniteDifference(accuracy);
    }

    /**
     * By the least-squares polynomial through the points of a window, for noisy fields (Savitzky and Golay, Analytical
     * Chemistry 36 (1964) 1627). At walls and open ends the window stays inside, and its polynomial is evaluated off
     * its centre.
     *
     * @param halfWidth the points of the window on either side of its centre
     * @param degree the degree of the polynomial, less than the points of the window
     */
    public static Differentiation savitzkyGolay(int halfWidth, int degree) {
        return new SavitzkyGolay(halfWidth, degree);
    }

    /**
     * Returns the derivative of a field along an axis.
     *
     * @param axis the number of the axis in the grid
     * @param order from 0, the field itself after smoothing, to {@link #HIGHEST_ORDER}
     * @throws IllegalArgumentException if the axis has too few points, or steps or a boundary that the method does not
     * support
     */
    public final Field derivative(Field field, int axis, int order) {
        if (order < 0 || order > HIGHEST_ORDER) {
            throw new IllegalArgumentException(
                    "Order " + order + " of a derivative is not between 0 and " + HIGHEST_ORDER);
        }
        LineOperator operator = along(field.grid().axis(axis), order);
        return Field.owning(field.grid(), operator.applyToLines(field, axis));
    }

    abstract LineOperator along(Axis axis, int order);
}
