package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Weights of layers, and what moves them: Adam, by the gradients that PyTorch finds. */
final class Weights {
    private final double learningRate;
    private final List<float[]> values = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Adam> optimisers = new ArrayList<>();

    Weights(double learningRate) {
        this.learningRate = learningRate;
    }

    /** Adds a layer, whose values change from now on. */
    void add(float[] layer, long... shape) {
        values.add(layer);
        shapes.add(new Shape(shape));
        optimisers.add(new Adam(layer.length, learningRate));
    }

    List<float[]> values() {
        return values;
    }

    /** The layers as they are now. */
    List<NDArray> arrays(NDManager manager) {
        List<NDArray> arrays = new ArrayList<>();
        for (int layer = 0; layer < values.size(); layer++) {
            arrays.add(manager.create(values.get(layer), shapes.get(layer)));
        }
        return arrays;
    }

    /**
     * Makes a step against the gradient.
     *
     * @param loss of the layers, a number
     * @return what it was before
     */
    float step(NDManager manager, Function<List<NDArray>, NDArray> loss) {
        float[] before = new float[1];
        PyTorch.withGradients(() -> {
            List<NDArray> layers = arrays(manager);
            layers.forEach(layer -> layer.setRequiresGradient(true));
            NDArray value = loss.apply(layers);
            before[0] = value.getFloat();
            PyTorch.backward(manager, value);
            for (int layer = 0; layer < layers.size(); layer++) {
                NDArray gradient = layers.get(layer).getGradient();
                optimisers.get(layer).step(values.get(layer), gradient.toFloatArray());
                gradient.close();
            }
        });
        return before[0];
    }
}
