package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.EncoderNetwork;

/** A network in PyTorch, from prepared samples to positions and embeddings. */
public record EncoderGraph(EncoderNetwork network) {

    /**
     * Returns the encoder's output at each position of samples.
     *
     * @param values prepared, one sample after another
     */
    public NDArray encode(TorchOperations on, SampleShape shape, int size, float[] values) {
        int[] image = network.image(shape);
        long[] axes = new long[image.length + 2];
        axes[0] = size;
        axes[1] = network.channels();
        for (int axis = 0; axis < image.length; axis++) {
            axes[axis + 2] = image[axis];
        }
        return network.encode(on, on.manager().create(values, new Shape(axes)));
    }

    /** Returns the embedding of each sample: the mean over its positions. */
    public NDArray embed(TorchOperations on, SampleShape shape, int size, float[] values) {
        return on.meanOfPlaces(encode(on, shape, size, values));
    }
}
