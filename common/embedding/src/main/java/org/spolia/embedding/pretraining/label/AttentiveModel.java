package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.layers.Attention;
import org.spolia.embedding.layers.LayerNorm;
import org.spolia.embedding.layers.Linear;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.EncoderNetwork;
import org.spolia.embedding.network.InitialWeights;
import org.spolia.embedding.pretraining.EncoderGraph;
import org.spolia.embedding.pretraining.PyTorch;
import org.spolia.embedding.pretraining.TorchOperations;
import org.spolia.embedding.pretraining.Weights;

/** A learned query that attends to the positions of a frozen encoder, and a linear layer on the result. */
final class AttentiveModel implements LabelModel {
    private static final int HEADS = 4;
    private static final int MOST_AT_ONCE = 64;

    private final Weights frozen;
    private final EncoderGraph graph;
    private final SampleShape shape;
    private final long seed;
    private final Weight query;
    private final LayerNorm norm;
    private final Attention attention;
    private final Linear linear;

    private AttentiveModel(EncoderNetwork network, Weights frozen, SampleShape shape, int outputs, long seed) {
        int width = network.dimension();
        this.frozen = frozen;
        this.graph = new EncoderGraph(network);
        this.shape = shape;
        this.seed = seed;
        this.query = Weight.normal("labels.query", 1, 1, width);
        this.norm = new LayerNorm("labels.norm", width);
        this.attention = new Attention("labels.attention", width, HEADS);
        this.linear = new Linear("labels", width, outputs);
    }

    static AttentiveModel of(EncoderBundle encoder, SampleShape shape, int outputs, long seed) {
        EncoderNetwork network = Architecture.of(encoder, shape);
        Weights frozen = new Weights(1);
        float[][] known = network.weights(encoder);
        for (int place = 0; place < known.length; place++) {
            frozen.add(network.weights().get(place), known[place]);
        }
        return new AttentiveModel(network, frozen, shape, outputs, seed);
    }

    @Override
    public List<Weight> weights() {
        return Stream.of(List.of(query), norm.weights(), attention.weights(), linear.weights())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public float[][] initial() {
        return InitialWeights.of(weights(), seed);
    }

    /** Returns the encoder's output at each position of samples, [dimension, positions]. */
    @Override
    public List<float[]> prepared(List<float[]> samples) {
        List<float[]> places = new ArrayList<>();
        List<float[]> normalised = EndToEndModel.prepared(shape, samples);
        try (NDManager all = PyTorch.newManager()) {
            for (int from = 0; from < samples.size(); from += MOST_AT_ONCE) {
                List<float[]> part = normalised.subList(from, Math.min(samples.size(), from + MOST_AT_ONCE));
                try (NDManager manager = all.newSubManager()) {
                    float[] encoded = graph.encode(
                                    frozen.operations(manager), shape, part.size(), LabelledSamples.joined(part))
                            .reshape(new Shape(-1))
                            .toFloatArray();
                    int length = encoded.length / part.size();
                    for (int i = 0; i < part.size(); i++) {
                        places.add(Arrays.copyOfRange(encoded, i * length, (i + 1) * length));
                    }
                }
            }
        }
        return places;
    }

    @Override
    public NDArray outputs(TorchOperations on, int size, float[] values) {
        int width = norm.width();
        NDArray places = on.manager().create(values, new Shape(size, width, values.length / size / width));
        NDArray tokens = norm.apply(on, on.transpose(places, 0, 2, 1));
        NDArray taken = attention.apply(on, on.weight(query.name()), tokens, Optional.empty());
        return linear.apply(on, taken.reshape(size, width));
    }
}
