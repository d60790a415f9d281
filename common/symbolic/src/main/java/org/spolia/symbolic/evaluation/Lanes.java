package org.spolia.symbolic.evaluation;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/**
 * The steps that the vector loops share. The compiler inlines these methods into each loop; the loops themselves are
 * never inlined (see {@code compiler.options}).
 */
final class Lanes {
    private Lanes() {}

    static DoubleVector load(double[] array, int row) {
        return DoubleVector.fromArray(DoubleVector.SPECIES_PREFERRED, array, row);
    }

    static FloatVector load(float[] array, int row) {
        return FloatVector.fromArray(FloatVector.SPECIES_PREFERRED, array, row);
    }

    /** {@code y - slope (f - shift) - intercept} with one rounding for each term. */
    static DoubleVector residual(
            double[] f, double[] y, int row, double shift, DoubleVector negativeSlope, double intercept) {
        return load(f, row).sub(shift).fma(negativeSlope, load(y, row).sub(intercept));
    }
}
