package org.spolia.field;

/** Derivatives of the polynomial through neighbouring points. */
final class FiniteDifference extends Differentiation {
    private final int accuracy;

    FiniteDifference(int accuracy) {
        if (accuracy < 2 || accuracy > 8 || accuracy % 2 != 0) {
            throw new IllegalArgumentException("Accuracy " + accuracy + " is not 2, 4, 6 or 8");
        }
        this.accuracy = accuracy;
    }

    @Override
    LineOperator along(Axis axis, int order) {
        int oneSided = order + accuracy;
        return Stencils.of(axis, order, centred(axis, order), oneSided, FornbergWeights::derivative);
    }

    /**
     * For even steps, the leading error vanishes by symmetry, which saves a point. A centred window has an odd number
     * of points.
     */
    private int centred(Axis axis, int order) {
        return axis.isEven() ? 2 * ((order + 1) / 2) - 1 + accuracy : (order + accuracy) | 1;
    }
}
