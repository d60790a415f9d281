package org.spolia.embedding.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.InputSpec;
import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.layers.Attention;
import org.spolia.embedding.layers.LayerNorm;
import org.spolia.embedding.layers.Linear;
import org.spolia.embedding.layers.Operations;
import org.spolia.embedding.layers.Perceptron;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.onnx.OnnxOperations;
import org.spolia.embedding.onnx.OnnxTensor;
import org.spolia.embedding.onnx.OnnxWriter;
import org.spolia.embedding.onnx.TensorType;
import org.spolia.embedding.token.Codec;
import org.spolia.embedding.token.Tokeniser;

/**
 * A small transformer over the tokens of all modalities of an object (Vaswani et al. 2017; Mizrahi et al. 2023 for
 * modalities). A token is a row of a table plus an encoding of its position. In each of two blocks, tokens attend to
 * the present ones and then pass through a perceptron; each step follows a layer norm and has a residual connection. A
 * last layer norm ends the network. No token attends to absent ones, so an embedding, the mean over the present tokens,
 * depends on the present modalities only. The output at the position of an absent token predicts it.
 *
 * @param tokeniser numbers the tokens of all modalities together
 */
public record TokenNetwork(Tokeniser tokeniser) {
    /** The numbers of a token, and the length of an embedding. */
    public static final int WIDTH = 64;

    private static final int BLOCKS = 2;
    private static final int HEADS = 4;
    private static final int HIDDEN = 4 * WIDTH;
    private static final String TOKENS = "tokens";
    private static final String TABLE = "table";
    private static final String PLACES = "places";

    /**
     * The standard deviation of the frequencies of waves along an axis of length 2: codes at a tenth of its length
     * start out similar.
     */
    private static final double FREQUENCY = 4;

    public TokenNetwork {
        if (tokeniser.numbering() != Tokeniser.Numbering.JOINT) {
            throw new IllegalArgumentException("The tokens of this network are numbered together");
        }
    }

    /** The trainable weights, in a fixed order. */
    public List<Weight> weights() {
        List<Weight> weights = new ArrayList<>();
        weights.add(Weight.normal(TABLE, 1, tokeniser.vocabulary(), WIDTH));
        weights.add(Weight.normal(PLACES, 1, tokeniser.tokens(), WIDTH));
        for (int block = 0; block < BLOCKS; block++) {
            weights.addAll(norm(block, "attention").weights());
            weights.addAll(attention(block).weights());
            weights.addAll(norm(block, "perceptron").weights());
            weights.addAll(perceptron(block).weights());
        }
        weights.addAll(last().weights());
        return List.copyOf(weights);
    }

    /**
     * Returns the initial weights, a function of the seed. Codes of similar values have similar rows: random waves
     * along the axes of values (Rahimi and Recht 2007).
     */
    public float[][] initialWeights(long seed) {
        List<Weight> weights = weights();
        float[][] initial = InitialWeights.of(weights, seed);
        for (int number = 0; number < tokeniser.codecs().size(); number++) {
            Codec codec = tokeniser.codecs().get(number);
            long key = CounterRandom.key(seed, weights.size() + number);
            for (int code = 0; code < codec.vocabulary(); code++) {
                int row = (tokeniser.offset(number) + code) * WIDTH;
                putWaves(codec.coordinates(code), key, initial[0], row);
            }
        }
        return initial;
    }

    private static void putWaves(double[] coordinates, long key, float[] table, int row) {
        for (int i = 0; coordinates.length > 0 && i < WIDTH; i++) {
            double sum = 0;
            int axes = 0;
            for (int axis = 0; axis < coordinates.length; axis++) {
                if (!Double.isNaN(coordinates[axis])) {
                    long wave = (long) axis * WIDTH + i;
                    double angle = FREQUENCY * CounterRandom.normal(key, 2 * wave) * coordinates[axis]
                            + 2 * Math.PI * CounterRandom.normal(key, 2 * wave + 1);
                    sum += StrictMath.cos(angle);
                    axes++;
                }
            }
            table[row + i] = (float) (sum * Math.sqrt(2.0 / axes));
        }
    }

    /**
     * Computes the output for tokens.
     *
     * @param tokens integers, [batch, tokens], 0 for absent tokens
     * @return [batch, tokens, width]
     */
    public <T> T encode(Operations<T> on, T tokens) {
        T penalty = on.split(on.split(on.penalty(tokens), 1), 1);
        T values = on.add(on.rows(on.weight(TABLE), tokens), on.weight(PLACES));
        for (int block = 0; block < BLOCKS; block++) {
            T normal = norm(block, "attention").apply(on, values);
            values = on.add(values, attention(block).apply(on, normal, Optional.of(penalty)));
            values = on.add(
                    values,
                    perceptron(block).apply(on, norm(block, "perceptron").apply(on, values)));
        }
        return last().apply(on, values);
    }

    /** Returns the embedding of each object, [batch, width]: the mean over the present tokens. */
    public <T> T embed(Operations<T> on, T tokens) {
        T shares = on.split(on.softmax(on.penalty(tokens)), 1);
        return on.join(on.product(shares, encode(on, tokens)));
    }

    /** Returns the layer that predicts a modality from the output at its positions. */
    public Linear head(int codec) {
        return new Linear("head" + codec, WIDTH, tokeniser.codecs().get(codec).vocabulary());
    }

    /**
     * Returns the encoder with these weights.
     *
     * @param name a name for people
     * @param values the values of all weights, in row-major order
     */
    public EncoderBundle bundle(String name, float[][] values) {
        return bundle(name, values, true);
    }

    /**
     * The same without the mean: an embedding has the output at the positions of all tokens, one after another. At the
     * positions of absent tokens, it has the output that predicts them.
     */
    EncoderBundle unpooled(String name, float[][] values) {
        return bundle(name, values, false);
    }

    private EncoderBundle bundle(String name, float[][] values, boolean pooled) {
        long tokens = tokeniser.tokens();
        List<Long> shape = List.of(TensorType.ANY, tokens);
        OnnxWriter model = OnnxWriter.of("tokens").input(new TensorType(TOKENS, "int64", shape));
        OnnxOperations on = OnnxOperations.of(model, weights(), values);
        OnnxTensor given = new OnnxTensor(TOKENS, shape.size());
        List<Long> out = pooled ? List.of(TensorType.ANY, (long) WIDTH) : List.of(TensorType.ANY, tokens, (long) WIDTH);
        on.output(pooled ? embed(on, given) : encode(on, given), new TensorType(EncoderBundle.OUTPUT, "float32", out));
        InputSpec input = new InputSpec(TOKENS, "int64", shape);
        int numbers = pooled ? WIDTH : WIDTH * tokeniser.tokens();
        return EncoderBundle.written(name, model, input, tokeniser, Preprocessing.NONE, numbers);
    }

    private static LayerNorm norm(int block, String before) {
        return new LayerNorm("block" + block + "." + before + "-norm", WIDTH);
    }

    private static Attention attention(int block) {
        return new Attention("block" + block + ".attention", WIDTH, HEADS);
    }

    private static Perceptron perceptron(int block) {
        return new Perceptron("block" + block + ".perceptron", WIDTH, HIDDEN, WIDTH);
    }

    private static LayerNorm last() {
        return new LayerNorm("last", WIDTH);
    }
}
