package org.spolia.symbolic.symmetry;

/**
 * A target over coordinates, as local fits describe it: logarithms where all values have one sign, the error of the
 * fits, and the slopes in units of the coordinates.
 */
final class Landscape {
    private final Coordinates coordinates;
    private final boolean logarithmic;
    private final double error;
    private final double[][] relative;
    private final double[][] plain;

    private Landscape(
            Coordinates coordinates, boolean logarithmic, double error, double[][] relative, double[][] plain) {
        this.coordinates = coordinates;
        this.logarithmic = logarithmic;
        this.error = error;
        this.relative = relative;
        this.plain = plain;
    }

    static Landscape of(Coordinates coordinates) {
        int count = coordinates.count();
        double[] target = coordinates.target();
        boolean logarithmic = Coordinates.hasOneSign(target);
        double[] height = logarithmic ? Coordinates.logarithm(target) : target;
        double[][] points = new double[count][];
        double[] deviations = new double[count];
        boolean[] positive = new boolean[count];
        for (int i = 0; i < count; i++) {
            double[] values = coordinates.values(i);
            positive[i] = Coordinates.isPositive(values);
            Standardised standardised = Standardised.of(positive[i] ? Coordinates.logarithm(values) : values);
            points[i] = standardised.values();
            deviations[i] = standardised.deviation();
        }
        LocalFit fit = LocalFit.of(points, height);
        double[][] relative = new double[count][];
        double[][] plain = new double[count][];
        for (int i = 0; i < count; i++) {
            double[] slope = fit.gradient(i);
            double[] inverse = slope.clone();
            double[] values = coordinates.values(i);
            for (int row = 0; row < slope.length; row++) {
                slope[row] /= deviations[i];
                inverse[row] = positive[i] ? slope[row] / values[row] : slope[row];
            }
            relative[i] = positive[i] ? slope : new double[0];
            plain[i] = inverse;
        }
        return new Landscape(coordinates, logarithmic, fit.error(), relative, plain);
    }

    Coordinates coordinates() {
        return coordinates;
    }

    int count() {
        return coordinates.count();
    }

    /** Returns whether the heights are logarithms of the target. */
    boolean isLogarithmic() {
        return logarithmic;
    }

    /**
     * The error of a prediction from neighbours, relative to the target itself if logarithms allow it, otherwise
     * relative to its standard deviation.
     */
    double error() {
        return logarithmic
                ? error
                : error / Standardised.of(coordinates.target()).deviation();
    }

    boolean isPositive(int coordinate) {
        return relative[coordinate].length > 0;
    }

    /** The change of the height per relative change of a positive coordinate, at each row. */
    double[] relativeSlope(int coordinate) {
        return relative[coordinate];
    }

    /** The change of the height per change of the coordinate, at each row. */
    double[] slope(int coordinate) {
        return plain[coordinate];
    }
}
