package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.spolia.embedding.layers.Perceptron;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.network.InitialWeights;
import org.spolia.embedding.pretraining.TorchOperations;

/** A perceptron of one hidden layer on embeddings, which are standardised over the training set. */
final class PerceptronModel implements LabelModel {
    /** As in the heads of AION-1. */
    private static final int HIDDEN = 256;

    /** A share of the largest number; smaller standard deviations are rounding errors. */
    private static final double LEAST_DEVIATION = 1e-6;

    private final Perceptron perceptron;
    private final long seed;
    private final double[] means;
    private final double[] deviations;

    private PerceptronModel(Perceptron perceptron, long seed) {
        this.perceptron = perceptron;
        this.seed = seed;
        this.means = new double[perceptron.inputs()];
        this.deviations = new double[perceptron.inputs()];
    }

    /** Creates a model for embeddings like these of the training set. */
    static PerceptronModel of(List<float[]> vectors, int outputs, long seed) {
        int inputs = vectors.get(0).length;
        PerceptronModel model = new PerceptronModel(new Perceptron("labels", inputs, HIDDEN, outputs), seed);
        for (int i = 0; i < inputs; i++) {
            int number = i;
            double mean = vectors.stream().mapToDouble(vector -> vector[number]).sum() / vectors.size();
            double largest = vectors.stream()
                    .mapToDouble(vector -> Math.abs(vector[number]))
                    .max()
                    .orElse(0);
            double squares = vectors.stream()
                    .mapToDouble(vector -> (vector[number] - mean) * (vector[number] - mean))
                    .sum();
            double deviation = Math.sqrt(squares / vectors.size());
            model.means[i] = mean;
            model.deviations[i] = deviation > LEAST_DEVIATION * largest ? deviation : 1;
        }
        return model;
    }

    @Override
    public List<Weight> weights() {
        return perceptron.weights();
    }

    @Override
    public float[][] initial() {
        return InitialWeights.of(perceptron.weights(), seed);
    }

    @Override
    public List<float[]> prepared(List<float[]> vectors) {
        List<float[]> prepared = new ArrayList<>();
        for (float[] vector : vectors) {
            float[] standardised = new float[vector.length];
            for (int i = 0; i < vector.length; i++) {
                standardised[i] = (float) ((vector[i] - means[i]) / deviations[i]);
            }
            prepared.add(standardised);
        }
        return prepared;
    }

    @Override
    public NDArray outputs(TorchOperations on, int size, float[] values) {
        return perceptron.apply(on, on.manager().create(values, new Shape(size, perceptron.inputs())));
    }
}
