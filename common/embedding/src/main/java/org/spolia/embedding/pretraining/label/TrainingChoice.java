package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDManager;
import java.util.function.DoubleFunction;
import org.spolia.embedding.BundleException;

/** The learning rate and the number of steps that have the least loss on what is held out of training. */
record TrainingChoice(double learningRate, int steps) {

    /** What learns a step at a time. */
    interface Learning {
        /** Makes the step of this number. */
        void step(NDManager manager, int number);

        /** The loss on what is held out. */
        double heldOutLoss(NDManager manager);
    }

    /**
     * The best of the settings.
     *
     * @param title what learns what, in words
     * @param beginning what learns anew, at a learning rate
     * @throws BundleException if the loss is no number whatever the settings
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
            throw new BundleException("The loss of " + title + " is no number at learning rates "
                    + settings.learningRates() + "; lower them");
        }
        return best;
    }

    /** Makes steps one after the other. */
    static void learn(NDManager all, Learning learning, int from, int to) {
        for (int step = from; step < to; step++) {
            try (NDManager manager = all.newSubManager()) {
                learning.step(manager, step);
            }
        }
    }
}
