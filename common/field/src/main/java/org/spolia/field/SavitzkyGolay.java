package org.spolia.field;

/** Derivatives of the least-squares polynomial through the points of a window. */
final class SavitzkyGolay extends Differentiation {
    private final int width;
    private final int degree;

    SavitzkyGolay(int halfWidth, int degree) {
        this.width = 2 * halfWidth + 1;
        this.degree = degree;
        if (halfWidth < 1 || degree < 0 || degree >= width) {
            throw new IllegalArgumentException("A window of " + width + " points has no least squares of degree "
                    + degree + "; the half width is at least 1 and the degree less than the points");
        }
    }

    @Override
    LineOperator along(Axis axis, int order) {
        if (order > degree) {
            throw new IllegalArgumentException(
                    "A polynomial of degree " + degree + " has no derivative of order " + order + "; raise the degree");
        }
        return Stencils.of(axis, order, width, width, this::weights);
    }

    private double[] weights(double[] nodes, int order) {
        double scale = 0;
        for (double node : nodes) {
            scale = Math.max(scale, Math.abs(node));
        }
        double[][] powers = new double[degree + 1][nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            double power = 1;
            for (int k = 0; k <= degree; k++) {
                powers[k][i] = power;
                power *= nodes[i] / scale;
            }
        }
        double factor = 1;
        for (int k = 1; k <= order; k++) {
            factor *= k / scale;
        }
        double[] weights = LeastSquares.of(powers).weights(order);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
        return weights;
    }
}
