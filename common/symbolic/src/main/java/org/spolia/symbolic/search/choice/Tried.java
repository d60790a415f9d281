package org.spolia.symbolic.search.choice;

import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.search.result.HeldOut;

/**
 * The result of a model on held-out rows.
 *
 * @param heldOut its mean loss there
 * @param missed its residuals there, in the order of the folds
 * @param code the shortest code for them; the Gaussian of one width if the loss is not a square
 */
public record Tried(HeldOut heldOut, Missed missed, ResidualCode code) {
    public static Tried of(HeldOut heldOut, Missed missed, Loss loss) {
        boolean squares = loss.equals(Loss.SQUARE) && Double.isFinite(heldOut.loss());
        return new Tried(heldOut, missed, squares ? ResidualCode.shortest(missed) : ResidualCode.gaussian(missed));
    }

    /** Returns whether the model has a value at every held-out row. */
    boolean hasValues() {
        return Double.isFinite(heldOut.loss());
    }

    double nats() {
        return code.nats(missed);
    }

    /** The nats of each row in the code that fits another model. */
    double[] natsByRow(Tried other) {
        return other.code.fitted(missed).natsByRow(missed);
    }
}
