package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.pretraining.TorchOperations;

/** What learns labels: weights, and what they make of samples. */
interface LabelModel {
    /** All weights that learn. */
    List<Weight> weights();

    /** What they begin with, which is left as it is. */
    float[][] initial();

    /** Samples as the model is given them, of what they are; nothing here learns. */
    List<float[]> prepared(List<float[]> samples);

    /**
     * A number for each sample, or one for each class.
     *
     * @param values prepared, one sample after the other
     * @return [size, outputs]
     */
    NDArray outputs(TorchOperations on, int size, float[] values);
}
