package org.spolia.embedding.layers;

import java.util.List;

/**
 * Normalisation along the last axis (Ba et al. 2016), with a scale that starts at one and a shift that starts at zero.
 *
 * @param name the prefix of its weights
 * @param width the length of the last axis
 */
public record LayerNorm(String name, int width) {

    public List<Weight> weights() {
        return List.of(Weight.constant(scale(), 1, width), Weight.constant(shift(), 0, width));
    }

    public <T> T apply(Operations<T> on, T tensor) {
        return on.normalise(tensor, on.weight(scale()), on.weight(shift()));
    }

    private String scale() {
        return name + ".scale";
    }

    private String shift() {
        return name + ".shift";
    }
}
