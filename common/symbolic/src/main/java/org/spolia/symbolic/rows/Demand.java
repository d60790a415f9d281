package org.spolia.symbolic.rows;

/** What a pass computes for each candidate of a generation. r is prediction less target, w the weight of the row. */
public enum Demand {
    /** The loss: Σ w loss(r). */
    LOSS,
    /** The loss and, for its standard error, Σ (w loss(r))². */
    SPREAD,
    /**
     * The sums of linear scaling, with g the value of the expression less its shift and h the target less the shift of
     * the generation: Σ w g, Σ w g², Σ w g h.
     */
    MOMENTS,
    /**
     * The loss and the normal equations of a Gauss-Newton step. The columns J are the derivatives of the prediction by
     * the free constants. Row by row of the lower triangle: Σ w J_i J_j for j ≤ i, then Σ w J_i (-r). For losses other
     * than squares, w has the weights of {@link org.spolia.symbolic.evaluation.Loss#weight}, and -r is its step. Rows
     * with numbers beyond 1e100 are invalid.
     */
    NORMAL,
    /** Like {@link #NORMAL}, with two more columns in front: 1 and g, for intercept and slope. */
    SCALED_NORMAL;

    boolean isNormal() {
        return this == NORMAL || this == SCALED_NORMAL;
    }

    /** The columns of the normal equations before those of the constants. */
    int linearColumns() {
        return this == SCALED_NORMAL ? 2 : 0;
    }

    /** The sums for a candidate with that many free constants. */
    int sums(int constants) {
        int columns = linearColumns() + constants;
        return switch (this) {
            case LOSS -> 1;
            case SPREAD -> 2;
            case MOMENTS -> 3;
            case NORMAL, SCALED_NORMAL -> 1 + columns * (columns + 1) / 2 + columns;
        };
    }
}
