package org.spolia.embedding.layers;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two linear layers along the last axis with a Gaussian error linear unit between them.
 *
 * @param name the prefix of its weights
 * @param hidden the numbers between the layers
 */
public record Perceptron(String name, int inputs, int hidden, int outputs) {

    public List<Weight> weights() {
        return Stream.of(first(), second())
                .flatMap(layer -> layer.weights().stream())
                .toList();
    }

    /** From [..., inputs] to [..., outputs]. */
    public <T> T apply(Operations<T> on, T tensor) {
        return second().apply(on, on.gelu(first().apply(on, tensor)));
    }

    private Linear first() {
        return new Linear(name + ".first", inputs, hidden);
    }

    private Linear second() {
        return new Linear(name + ".second", hidden, outputs);
    }
}
