package org.spolia.symbolic.search.choice;

import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.search.result.HeldOut;

/**
 * A model on rows held out.
 *
 * @param heldOut its mean loss there
 * @param missed what it misses there, in the order of the folds
 * @param code the code of least length for that; the Gaussian of one width where the loss is not of squares
 */
public record Tried(HeldOut heldOut, Missed missed, ResidualCode code) {
    public static Tried of(HeldOut heldOut, Missed missed, Loss loss) {
        boolean squares = loss.equals(Loss.SQUARE) && Double.isFinite(heldOut.loss());
        return new Tried(heldOut, missed, squares ? ResidualCode.shortest(missed) : ResidualCode.gaussian(missed));
    }

    /** Whether the model has a value at every row held out. */
    boolean hasValues() {
        return Double.isFinite(heldOut.loss());
    }

    double nats() {
        return code.nats(missed);
    }

    /** The nats of each row in the code that suits another model. */
    double[] natsByRow(Tried other) {
        return other.code.fitted(missed).natsByRow(missed);
    }
}
