package org.spolia.symbolic.search.result;

/**
 * The loss of a model on rows that a refit of its constants did not see.
 *
 * @param loss the mean over the folds of the mean loss on the held-out rows; infinite if the model has no value at one
 * of them, and at least the loss that the rounding of the data explains
 * @param standardError the standard error of that mean, from the variance between folds
 */
public record HeldOut(double loss, double standardError) {
    public static HeldOut of(double[] losses, double floor) {
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        double mean = sum / losses.length;
        if (!Double.isFinite(mean)) {
            return new HeldOut(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double squares = 0;
        for (double loss : losses) {
            squares += (loss - mean) * (loss - mean);
        }
        double error = Math.sqrt(squares / (losses.length - 1) / losses.length);
        return new HeldOut(Math.max(mean, floor), Double.isFinite(error) ? error : Double.POSITIVE_INFINITY);
    }
}
