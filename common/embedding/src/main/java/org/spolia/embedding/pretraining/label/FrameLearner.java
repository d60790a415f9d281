package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.network.EncoderNetwork;
import org.spolia.embedding.pretraining.EncoderGraph;
import org.spolia.embedding.pretraining.PatchLayout;
import org.spolia.embedding.pretraining.TorchOperations;
import org.spolia.embedding.pretraining.Weights;

/**
 * An encoder and a decoder in joint training on the frame after a window. The decoder is a linear map from the
 * encoder's output for a patch of the grid, at all its times, to the change of the last frame there. It starts with
 * zeros, which is persistence.
 */
final class FrameLearner {
    private static final String MATRIX = "frame.weights";
    private static final String BIAS = "frame.bias";
    private static final int MOST_AT_ONCE = 64;

    /** A window of frames, and the one after it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Pair(List<float[]> window, float[] next) {}

    private final EncoderGraph graph;
    private final SampleShape shape;
    private final PatchLayout layout;
    private final Weights weights;
    private final int inputs;

    /**
     * Creates a learner that starts from an encoder.
     *
     * @param initial the weights of the encoder, which are not changed
     * @param shape the shape of a window
     */
    FrameLearner(EncoderNetwork network, float[][] initial, SampleShape shape, double learningRate) {
        this.graph = new EncoderGraph(network);
        this.shape = shape;
        this.layout = PatchLayout.ofFrame(network, shape);
        this.weights = new Weights(learningRate);
        for (int place = 0; place < initial.length; place++) {
            weights.add(network.weights().get(place), initial[place].clone());
        }
        this.inputs = network.dimension() * times(network, shape);
        int outputs = layout.valuesOfPatch();
        weights.add(Weight.constant(MATRIX, 0, outputs, inputs), new float[outputs * inputs]);
        weights.add(Weight.constant(BIAS, 0, outputs, 1), new float[outputs]);
    }

    /** The positions of the encoder along time. */
    private static int times(EncoderNetwork network, SampleShape shape) {
        int patch = network.patch()[0];
        return network.axes() == shape.extent().size() ? 1 : (shape.frames() + patch - 1) / patch;
    }

    /** Makes a step on a batch, and returns the loss before it. */
    float step(NDManager manager, List<Pair> batch) {
        List<PreparedWindow> windows = batch.stream()
                .map(pair -> PreparedWindow.of(shape, pair.window))
                .toList();
        float[] targets = new float[batch.size() * layout.values()];
        float[] inside = new float[targets.length];
        int values = batch.get(0).next.length;
        for (int i = 0; i < batch.size(); i++) {
            float[] last = last(batch.get(i).window);
            for (int j = 0; j < values; j++) {
                int to = i * layout.values() + layout.place(j);
                targets[to] = (float)
                        ((batch.get(i).next[j] - last[j]) / windows.get(i).deviation(j, values));
                inside[to] = 1;
            }
        }
        return weights.step(manager, on -> {
            NDArray changes = changes(on, windows);
            NDArray error = changes.sub(manager.create(targets, changes.getShape()));
            NDArray counted = error.mul(error).mul(manager.create(inside, changes.getShape()));
            return counted.sum().div(on.number(batch.size() * values));
        });
    }

    /** The changes of the last frames, in units of their standard deviations, in the order of the layout. */
    private NDArray changes(TorchOperations on, List<PreparedWindow> windows) {
        float[] values = LabelledSamples.joined(
                windows.stream().map(PreparedWindow::values).toList());
        NDArray encoded = graph.encode(on, shape, windows.size(), values);
        NDArray places = encoded.reshape(windows.size(), inputs, -1);
        return on.weight(MATRIX).matMul(places).add(on.weight(BIAS));
    }

    /** The frame after each window. */
    List<float[]> next(NDManager all, List<List<float[]>> windows) {
        List<float[]> next = new ArrayList<>();
        for (int from = 0; from < windows.size(); from += MOST_AT_ONCE) {
            List<List<float[]>> part = windows.subList(from, Math.min(windows.size(), from + MOST_AT_ONCE));
            List<PreparedWindow> prepared = part.stream()
                    .map(window -> PreparedWindow.of(shape, window))
                    .toList();
            try (NDManager manager = all.newSubManager()) {
                float[] changes = changes(weights.operations(manager), prepared)
                        .reshape(new Shape(-1))
                        .toFloatArray();
                for (int i = 0; i < part.size(); i++) {
                    next.add(moved(last(part.get(i)), prepared.get(i), changes, i * layout.values()));
                }
            }
        }
        return next;
    }

    private float[] moved(float[] last, PreparedWindow window, float[] changes, int start) {
        float[] next = new float[last.length];
        for (int j = 0; j < next.length; j++) {
            next[j] = (float) (last[j] + changes[start + layout.place(j)] * window.deviation(j, next.length));
        }
        return next;
    }

    /** The mean square of the error on the frames after windows, in units of the windows' variances. */
    double loss(NDManager all, List<Pair> pairs) {
        List<float[]> predicted = next(all, pairs.stream().map(Pair::window).toList());
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            PreparedWindow window = PreparedWindow.of(shape, pairs.get(i).window);
            float[] next = pairs.get(i).next;
            for (int j = 0; j < next.length; j++) {
                double error = (predicted.get(i)[j] - next[j]) / window.deviation(j, next.length);
                sum += error * error / next.length;
            }
        }
        return sum / pairs.size();
    }

    private static float[] last(List<float[]> window) {
        return window.get(window.size() - 1);
    }
}
