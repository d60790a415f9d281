package org.spolia.experiment.probe;

import java.io.Serializable;
import java.util.List;

/** What lets an encoder learn to foretell frames. A frame has its channels one after the other. */
@FunctionalInterface
public interface RunTrainer extends Serializable {

    /**
     * Learns, with settings that it chooses on runs that are held out.
     *
     * @param runs the frames of each, one after the other
     * @param heldOut whether each run is held out while settings are chosen
     */
    Trained train(List<List<float[]>> runs, boolean[] heldOut);

    /**
     * What has learned.
     *
     * @param learningRate that was chosen
     * @param steps that were chosen
     */
    record Trained(Forecast forecast, double learningRate, int steps) {}
}
