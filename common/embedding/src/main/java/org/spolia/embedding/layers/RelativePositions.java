package org.spolia.embedding.layers;

import java.util.List;

/**
 * Where tokens are, as a learned number for each head and distance between two of them, which is added to the logits of
 * attention (Raffel et al. 2020, without its buckets).
 *
 * @param name before that of its weights
 * @param reach the greatest distance that has a number of its own
 * @param ring whether the first token follows the last
 */
public record RelativePositions(String name, int heads, int reach, boolean ring) {

    public List<Weight> weights() {
        return List.of(Weight.normal(table(), 1, rows(), heads));
    }

    /**
     * The bias for the tokens along an axis, [heads, tokens, tokens].
     *
     * @param tensor that has the axis
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
