package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.spolia.embedding.layers.Weight;

/** The weights of layers and their optimiser: Adam, with the gradients of PyTorch. */
public final class Weights {
    private final double learningRate;
    private final List<Weight> declared = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();
    private final List<Adam> optimisers = new ArrayList<>();

    public Weights(double learningRate) {
        this.learningRate = learningRate;
    }

    /** Adds trainable weights. */
    public void add(Weight weight, float[] initial) {
        declared.add(weight);
        values.add(initial);
        optimisers.add(new Adam(initial.length, learningRate));
    }

    List<float[]> values() {
        return values;
    }

    /** Returns operations with the present weights. */
    public TorchOperations operations(NDManager manager) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Weight weight = declared.get(i);
            arrays.put(weight.name(), manager.create(values.get(i), new Shape(weight.lengths())));
        }
        return new TorchOperations(manager, arrays);
    }

    /**
     * Makes a step against the gradient.
     *
     * @param loss a number as a function of the weights
     * @return the loss before the step
     */
    public float step(NDManager manager, Function<TorchOperations, NDArray> loss) {
        float[] before = new float[1];
        PyTorch.withGradients(() -> {
            TorchOperations operations = operations(manager);
            operations.weights().values().forEach(array -> array.setRequiresGradient(true));
            NDArray value = loss.apply(operations);
            before[0] = value.getFloat();
            PyTorch.backward(manager, value);
            int place = 0;
            for (NDArray array : operations.weights().values()) {
                NDArray gradient = array.getGradient();
                optimisers.get(place).step(values.get(place), gradient.toFloatArray());
                gradient.close();
                place++;
            }
        });
        return before[0];
    }
}
