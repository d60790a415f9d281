package org.spolia.embedding.layers;

import java.util.List;

/**
 * Relative positions of tokens: a learned number for each head and distance, which is added to the logits of attention
 * (Raffel et al. 2020, without its buckets).
 *
 * @param name the prefix of its weight
 * @param reach the greatest distance with a number of its own
 * @param ring whether the first token follows the last
 */
public record RelativePositions(String name, int heads, int reach, boolean ring) {

    public List<Weight> weights() {
        return List.of(Weight.normal(table(), 1, rows(), heads));
    }

    /**
     * Returns the bias for the tokens along an axis, [heads, tokens, tokens].
     *
     * @param tensor a tensor with the axis
     */
    public <T> T bias(Operations<T> on, T tensor, int axis) {
        return on.transpose(on.relative(on.weight(table()), rows(), tensor, axis, ring), 2, 0, 1);
    }

    private String table() {
        return name + ".table";
    }

    private int rows() {
        return 2 * reach + 1;
    }
}
