package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDManager;
import java.util.function.DoubleFunction;
import org.spolia.embedding.BundleException;

/** The learning rate and the number of steps with the least loss on the held-out part of the training set. */
record TrainingChoice(double learningRate, int steps) {

    /** A model that is trained step by step. */
    interface Learning {
        /** Makes the step with this number. */
        void step(NDManager manager, int number);

        /** The loss on the held-out part. */
        double heldOutLoss(NDManager manager);
    }

    /**
     * Selects the best settings.
     *
     * @param title the model and its data, in words
     * @param beginning creates an untrained model with a learning rate
     * @throws BundleException if the loss is not a number for any settings
     */
    static TrainingChoice of(
            NDManager all, FineTuningSettings settings, String title, DoubleFunction<Learning> beginning) {
        TrainingChoice best = new TrainingChoice(Double.NaN, 0);
        double least = Double.POSITIVE_INFINITY;
        for (double rate : settings.learningRates()) {
            Learning learning = beginning.apply(rate);
            int done = 0;
            for (int steps : settings.steps()) {
                learn(all, learning, done, steps);
                done = steps;
                double loss = learning.heldOutLoss(all);
                if (loss < least) {
                    least = loss;
                    best = new TrainingChoice(rate, steps);
                }
            }
        }
        if (best.steps == 0) {
            throw new BundleException("The loss of " + title + " is not a number at learning rates "
                    + settings.learningRates() + "; lower them");
        }
        return best;
    }

    /** Makes steps one after another. */
    static void learn(NDManager all, Learning learning, int from, int to) {
        for (int step = from; step < to; step++) {
            try (NDManager manager = all.newSubManager()) {
                learning.step(manager, step);
            }
        }
    }
}
