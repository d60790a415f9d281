package org.spolia.statistics.probe;

/**
 * Multinomial logistic regression with a penalty on squared weights, on standardised features with unpenalised
 * intercepts. As in scikit-learn, two classes share one vector of weights, and more classes have one each; the penalty
 * for each row is its 1/(C·rows).
 */
public final class LogisticProbe {
    private final Standardisation standardisation;
    private final SoftmaxLoss model;
    private final double[] weights;
    private final double penalty;

    private LogisticProbe(Standardisation standardisation, SoftmaxLoss model, double[] weights, double penalty) {
        this.standardisation = standardisation;
        this.model = model;
        this.weights = weights;
        this.penalty = penalty;
    }

    /**
     * Fits with the penalty that minimises the logarithmic loss on left-out rows, fold by fold; of equal losses the
     * greatest penalty. Features are standardised over all rows.
     *
     * @param rows finite features
     * @param classes the classes of the rows, from 0
     * @param count the number of classes, at least two
     * @param penalties to choose from; half of a penalty weighs the squared weights against the mean loss of a row;
     * positive, ascending
     * @param folds the fold of each row, from 0 without gaps, at least two folds
     */
    public static LogisticProbe fit(double[][] rows, int[] classes, int count, double[] penalties, int[] folds) {
        Folds inner = Folds.of(rows, folds);
        Standardisation standardisation = Standardisation.of(rows);
        double[][] features = standardisation.apply(rows);
        double[] losses = new double[penalties.length];
        for (int fold = 0; fold < inner.members().length; fold++) {
            SoftmaxLoss train = part(features, classes, count, inner.outside(fold, rows.length));
            SoftmaxLoss test = part(features, classes, count, inner.members()[fold]);
            double[] weights = train.start();
            for (int i = penalties.length - 1; i >= 0; i--) {
                // The solution for a greater penalty is a good starting point for the next.
                weights = Lbfgs.minimise(train.penalised(penalties[i]), weights);
                losses[i] += test.sum(weights);
            }
        }
        int best = penalties.length - 1;
        for (int i = penalties.length - 2; i >= 0; i--) {
            best = losses[i] < losses[best] ? i : best;
        }
        SoftmaxLoss all = new SoftmaxLoss(features, classes, count);
        double[] weights = Lbfgs.minimise(all.penalised(penalties[best]), all.start());
        return new LogisticProbe(standardisation, all, weights, penalties[best]);
    }

    private static SoftmaxLoss part(double[][] features, int[] classes, int count, int[] chosen) {
        double[][] rows = new double[chosen.length][];
        int[] ofRows = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            rows[i] = features[chosen[i]];
            ofRows[i] = classes[chosen[i]];
        }
        return new SoftmaxLoss(rows, ofRows, count);
    }

    /** The selected penalty. */
    public double penalty() {
        return penalty;
    }

    /** The probability of each class for each row. */
    public double[][] probabilities(double[][] rows) {
        double[][] features = standardisation.apply(rows);
        double[][] probabilities = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            probabilities[row] = model.probabilities(weights, features[row]);
        }
        return probabilities;
    }

    /** Returns the most probable class of each row; of equal probabilities the first. */
    public int[] predict(double[][] rows) {
        return Classes.largest(probabilities(rows));
    }
}
