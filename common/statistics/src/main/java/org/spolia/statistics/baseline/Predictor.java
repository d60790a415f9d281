package org.spolia.statistics.baseline;

/** A fitted model. */
@FunctionalInterface
public interface Predictor {
    /** Returns a value for each row of the columns, which are those of the fit in their order. */
    double[] predict(double[][] columns);
}
