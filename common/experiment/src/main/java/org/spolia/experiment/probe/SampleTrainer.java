package org.spolia.experiment.probe;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/** Trains an encoder and a head together on a target of samples. */
@FunctionalInterface
public interface SampleTrainer extends Serializable {

    /**
     * Trains with settings that it selects on held-out samples.
     *
     * @param samples unprepared samples
     * @param target numbers, or classes by their number
     * @param classes the number of classes; 0 if the target is numbers
     * @param heldOut whether each sample is held out while settings are selected
     */
    Trained train(List<float[]> samples, double[] target, int classes, boolean[] heldOut);

    /**
     * The result of the training.
     *
     * @param predict returns the predicted target of unprepared samples
     * @param learningRate the selected learning rate
     * @param steps the selected number of steps
     */
    record Trained(Function<List<float[]>, double[]> predict, double learningRate, int steps) {}
}
