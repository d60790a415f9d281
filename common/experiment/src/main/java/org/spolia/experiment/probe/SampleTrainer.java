package org.spolia.experiment.probe;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/** What lets an encoder and a head learn a target from samples together. */
@FunctionalInterface
public interface SampleTrainer extends Serializable {

    /**
     * Learns, with settings that it chooses on samples that are held out.
     *
     * @param samples as they are
     * @param target numbers, or classes by their number
     * @param classes how many there are; 0 if the target is numbers
     * @param heldOut whether each sample is held out while settings are chosen
     */
    Trained train(List<float[]> samples, double[] target, int classes, boolean[] heldOut);

    /**
     * What has learned.
     *
     * @param predict the target of samples as they are
     * @param learningRate that was chosen
     * @param steps that were chosen
     */
    record Trained(Function<List<float[]>, double[]> predict, double learningRate, int steps) {}
}
