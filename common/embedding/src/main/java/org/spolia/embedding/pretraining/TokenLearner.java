package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.network.InitialWeights;
import org.spolia.embedding.network.TokenNetwork;
import org.spolia.embedding.token.Tokeniser;

/**
 * An encoder of tokens in training, and a linear layer for each modality, which predicts the codes of its hidden
 * tokens.
 */
final class TokenLearner {
    private final TokenNetwork network;
    private final Tokeniser tokeniser;
    private final Weights weights;

    TokenLearner(TokenNetwork network, long seed, double learningRate) {
        this.network = network;
        this.tokeniser = network.tokeniser();
        this.weights = new Weights(learningRate);
        List<Weight> encoder = network.weights();
        float[][] initial = network.initialWeights(seed);
        for (int place = 0; place < initial.length; place++) {
            weights.add(encoder.get(place), initial[place]);
        }
        // The encoder uses the smaller random streams.
        int drawn = initial.length + tokeniser.codecs().size();
        for (int codec = 0; codec < tokeniser.codecs().size(); codec++) {
            for (Weight weight : network.head(codec).weights()) {
                weights.add(weight, InitialWeights.of(weight, seed, drawn++));
            }
        }
    }

    /** The weights of the encoder. */
    float[][] encoderWeights() {
        return weights.values().subList(0, network.weights().size()).toArray(float[][]::new);
    }

    /** Makes a step, and returns the loss before it: the mean cross-entropy of hidden tokens, in nats. */
    float step(NDManager manager, TokenBatch batch) {
        return weights.step(manager, on -> {
            Shape shape = new Shape(batch.size(), tokeniser.tokens());
            NDArray encoded = network.encode(on, manager.create(batch.shown(), shape));
            NDArray loss = manager.create(0f);
            for (int codec = 0; codec < tokeniser.codecs().size(); codec++) {
                loss = loss.add(loss(on, encoded, batch, codec));
            }
            return loss.div(on.number(Math.max(1, batch.hiddenTokens())));
        });
    }

    /** Returns the sum over the hidden tokens of one modality. */
    private NDArray loss(TorchOperations on, NDArray encoded, TokenBatch batch, int codec) {
        int[] range = tokeniser.range(codec);
        int length = range[1] - range[0];
        long[] codes = new long[batch.size() * length];
        float[] chosen = new float[codes.length];
        for (int i = 0; i < codes.length; i++) {
            int place = i / length * tokeniser.tokens() + range[0] + i % length;
            if (batch.hidden()[place]) {
                codes[i] = batch.tokens()[place] - tokeniser.offset(codec);
                chosen[i] = 1;
            }
        }
        Shape shape = new Shape(batch.size(), length, 1);
        NDArray there = encoded.get(new NDIndex(":, {}:{}", range[0], range[1]));
        NDArray logits = network.head(codec).apply(on, there);
        NDArray told = logits.logSoftmax(2).gather(on.manager().create(codes, shape), 2);
        return told.mul(on.manager().create(chosen, shape)).sum().neg();
    }

    /** Returns the embeddings of objects, one after another. */
    float[] embed(NDManager manager, int size, long[] tokens) {
        NDArray input = manager.create(tokens, new Shape(size, tokeniser.tokens()));
        return network.embed(weights.operations(manager), input).toFloatArray();
    }
}
