package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.pretraining.TorchOperations;

/** A model of labels: its weights, and its outputs for samples. */
interface LabelModel {
    /** All trainable weights. */
    List<Weight> weights();

    /** Their initial values, which are not changed. */
    float[][] initial();

    /** Returns samples in the form that the model takes; this step is not trained. */
    List<float[]> prepared(List<float[]> samples);

    /**
     * Returns a number for each sample, or one for each class.
     *
     * @param values prepared, one sample after another
     * @return [size, outputs]
     */
    NDArray outputs(TorchOperations on, int size, float[] values);
}
