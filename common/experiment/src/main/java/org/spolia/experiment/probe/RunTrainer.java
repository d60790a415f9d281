package org.spolia.experiment.probe;

import java.io.Serializable;
import java.util.List;

/** Trains an encoder to predict frames. The channels of a frame are stored one after another. */
@FunctionalInterface
public interface RunTrainer extends Serializable {

    /**
     * Trains with settings that it selects on held-out trajectories.
     *
     * @param runs the frames of each trajectory, one after another
     * @param heldOut whether each trajectory is held out while settings are selected
     */
    Trained train(List<List<float[]>> runs, boolean[] heldOut);

    /**
     * The result of the training.
     *
     * @param learningRate the selected learning rate
     * @param steps the selected number of steps
     */
    record Trained(Forecast forecast, double learningRate, int steps) {}
}
