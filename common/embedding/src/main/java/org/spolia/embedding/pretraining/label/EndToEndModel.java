package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.EncoderNetwork;
import org.spolia.embedding.pretraining.EncoderGraph;
import org.spolia.embedding.pretraining.TorchOperations;

/** An encoder and a linear layer on its embeddings, which starts with zeros; both are trained. */
final class EndToEndModel implements LabelModel {
    private static final String MATRIX = "labels.weights";
    private static final String BIAS = "labels.bias";

    private final EncoderGraph graph;
    private final SampleShape shape;
    private final List<Weight> weights;
    private final float[][] initial;

    private EndToEndModel(EncoderGraph graph, SampleShape shape, List<Weight> weights, float[][] initial) {
        this.graph = graph;
        this.shape = shape;
        this.weights = weights;
        this.initial = initial;
    }

    static EndToEndModel of(EncoderBundle encoder, SampleShape shape, int outputs) {
        EncoderNetwork network = Architecture.of(encoder, shape);
        List<Weight> weights = new ArrayList<>(network.weights());
        weights.add(Weight.constant(MATRIX, 0, network.dimension(), outputs));
        weights.add(Weight.constant(BIAS, 0, outputs));
        float[][] known = network.weights(encoder);
        float[][] initial = Arrays.copyOf(known, weights.size());
        initial[known.length] = new float[network.dimension() * outputs];
        initial[known.length + 1] = new float[outputs];
        return new EndToEndModel(new EncoderGraph(network), shape, weights, initial);
    }

    @Override
    public List<Weight> weights() {
        return weights;
    }

    @Override
    public float[][] initial() {
        return initial;
    }

    @Override
    public List<float[]> prepared(List<float[]> samples) {
        return prepared(shape, samples);
    }

    /** Returns samples in the form that encoders take. */
    static List<float[]> prepared(SampleShape shape, List<float[]> samples) {
        List<float[]> prepared = new ArrayList<>();
        for (float[] sample : samples) {
            float[] copy = sample.clone();
            Preprocessing.REVIN.apply(copy, 0, shape);
            prepared.add(copy);
        }
        return prepared;
    }

    @Override
    public NDArray outputs(TorchOperations on, int size, float[] values) {
        NDArray vectors = graph.embed(on, shape, size, values);
        return vectors.matMul(on.weight(MATRIX)).add(on.weight(BIAS));
    }
}
