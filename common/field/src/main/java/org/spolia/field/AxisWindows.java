package org.spolia.field;

/** The windows of a weak form along one axis: their positions, and the weights of their points in an integral. */
final class AxisWindows {
    private final Axis axis;
    private final WeakFormWindow window;
    private final int first;
    private final int count;

    AxisWindows(Axis axis, WeakFormWindow window) {
        int needed = axis.isPeriodic() ? 2 * window.halfWidth() : 2 * window.halfWidth() + 1;
        if (axis.size() < needed) {
            throw new IllegalArgumentException("Axis '" + axis.name() + "' has " + axis.size()
                    + " points where a window has " + needed + "; narrow the window");
        }
        this.axis = axis;
        this.window = window;
        this.first = axis.isPeriodic() ? 0 : window.halfWidth();
        int places = axis.isPeriodic() ? axis.size() : axis.size() - 2 * window.halfWidth();
        this.count = (places + window.stride() - 1) / window.stride();
    }

    int count() {
        return count;
    }

    /** The middle between the two ends of a window. */
    double centre(int number) {
        return (lower(number) + upper(number)) / 2;
    }

    /**
     * Replaces this axis of values, between the outer and the inner axes, by its windows. The value of a window is the
     * sum of the values times the derivative of the test function, with the sign of integration by parts, divided by
     * the sum of the test function.
     */
    double[] integrate(double[] values, int outer, int inner, int order) {
        if (order < 0 || order >= window.power()) {
            throw new IllegalArgumentException(
                    "Test functions of power " + window.power() + " along axis '" + axis.name()
                            + "' take no derivative of order " + order + "; it is at least 0 and below the power");
        }
        double[] integrals = new double[outer * count * inner];
        double[] even = axis.isEven() ? weights(0, order) : new double[0];
        for (int number = 0; number < count; number++) {
            double[] weights = axis.isEven() ? even : weights(number, order);
            int start = start(number);
            for (int block = 0; block < outer; block++) {
                int to = (block * count + number) * inner;
                for (int i = 0; i < weights.length; i++) {
                    int point = Math.floorMod(start + i, axis.size());
                    int from = (block * axis.size() + point) * inner;
                    for (int k = 0; k < inner; k++) {
                        integrals[to + k] += weights[i] * values[from + k];
                    }
                }
            }
        }
        return integrals;
    }

    /** The trapezoid rule, which is exact to high order because the test function ends flat. */
    private double[] weights(int number, int order) {
        TestFunction function = TestFunction.ofPower(window.power());
        TestFunction derivative = function;
        double halfLength = (upper(number) - lower(number)) / 2;
        double factor = 1;
        for (int k = 0; k < order; k++) {
            derivative = derivative.derivative();
            factor /= -halfLength;
        }
        double[] weights = new double[2 * window.halfWidth() + 1];
        double whole = 0;
        for (int i = 1; i < weights.length - 1; i++) {
            int point = start(number) + i;
            double share = axis.coordinate(point + 1) - axis.coordinate(point - 1);
            double s = (axis.coordinate(point) - centre(number)) / halfLength;
            weights[i] = factor * derivative.at(s) * share;
            whole += function.at(s) * share;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= whole;
        }
        return weights;
    }

    private int start(int number) {
        return first + number * window.stride() - window.halfWidth();
    }

    private double lower(int number) {
        return axis.coordinate(start(number));
    }

    private double upper(int number) {
        return axis.coordinate(start(number) + 2 * window.halfWidth());
    }
}
