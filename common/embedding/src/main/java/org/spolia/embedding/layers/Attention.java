package org.spolia.embedding.layers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Multi-head attention (Vaswani et al. 2017) along the axis before the last, with normalised queries and keys (Dehghani
 * et al. 2023), which keeps it from saturating.
 *
 * @param name the prefix of its weights
 * @param width the numbers of each token
 * @param heads the number of heads, which share the width equally
 */
public record Attention(String name, int width, int heads) {
    public Attention {
        if (heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException(heads + " heads cannot share " + width + " numbers equally");
        }
    }

    public List<Weight> weights() {
        return Stream.of(
                        linear("query").weights(),
                        linear("key").weights(),
                        linear("value").weights(),
                        norm("query").weights(),
                        norm("key").weights(),
                        linear("output").weights())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Computes self-attention.
     *
     * @param tokens [..., tokens, width]
     * @param bias added to the logits, [heads, tokens, tokens] or a shape that is broadcast to it; for example a bias
     * for positions, or -1e9 for tokens to ignore
     */
    public <T> T apply(Operations<T> on, T tokens, Optional<T> bias) {
        return apply(on, tokens, tokens, bias);
    }

    /**
     * Computes the attention of queries to tokens.
     *
     * @param queries [..., queries, width]
     * @param tokens [..., tokens, width]
     * @param bias added to the logits, [heads, queries, tokens] or a shape that is broadcast to it
     */
    public <T> T apply(Operations<T> on, T queries, T tokens, Optional<T> bias) {
        T query = norm("query").apply(on, perHead(on, linear("query").apply(on, queries)));
        T key = norm("key").apply(on, perHead(on, linear("key").apply(on, tokens)));
        T value = perHead(on, linear("value").apply(on, tokens));
        int last = on.axes(key) - 1;
        T logits = on.scale(on.product(query, on.swap(key, last - 1, last)), Math.sqrt((double) heads / width));
        T shares = on.softmax(bias.map(added -> on.add(logits, added)).orElse(logits));
        T taken = on.product(shares, value);
        return linear("output").apply(on, on.join(on.swap(taken, last - 2, last - 1)));
    }

    /** From [..., tokens, width] to [..., heads, tokens, width of a head]. */
    private <T> T perHead(Operations<T> on, T tokens) {
        T split = on.split(tokens, heads);
        int last = on.axes(split) - 1;
        return on.swap(split, last - 2, last - 1);
    }

    private Linear linear(String part) {
        return new Linear(name + "." + part, width, width);
    }

    private LayerNorm norm(String part) {
        return new LayerNorm(name + "." + part + "-norm", width / heads);
    }
}
