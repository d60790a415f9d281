package org.spolia.embedding.layers;

import java.util.List;

/**
 * An affine map of the last axis. Its matrix starts with variance 1/inputs, its bias with zeros.
 *
 * @param name the prefix of its weights
 */
public record Linear(String name, int inputs, int outputs) {

    public List<Weight> weights() {
        return List.of(
                Weight.normal(matrix(), Math.sqrt(1.0 / inputs), inputs, outputs), Weight.constant(bias(), 0, outputs));
    }

    /** From [..., inputs] to [..., outputs]. */
    public <T> T apply(Operations<T> on, T tensor) {
        return on.add(on.product(tensor, on.weight(matrix())), on.weight(bias()));
    }

    private String matrix() {
        return name + ".weights";
    }

    private String bias() {
        return name + ".bias";
    }
}
