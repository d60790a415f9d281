package org.spolia.embedding.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.spolia.embedding.layers.Weight;

/** The weights in the file of a model, in the form that {@link OnnxWriter} writes. */
public final class OnnxWeights {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int DATA_TYPE = 2;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;

    private OnnxWeights() {}

    /**
     * Reads the weights of a model.
     *
     * @param file the bytes of the whole file
     * @return the values of each tensor of floats in row-major order, by name; tensors in another form are left out
     * @throws OnnxException if the bytes are not a model
     */
    public static Map<String, float[]> read(byte[] file) {
        Map<String, float[]> weights = new HashMap<>();
        ProtobufReader model = ProtobufReader.of(file);
        for (int field = model.next(); field != 0; field = model.next()) {
            if (field == GRAPH) {
                ProtobufReader graph = model.message();
                for (int inner = graph.next(); inner != 0; inner = graph.next()) {
                    if (inner == INITIALIZER) {
                        readTensor(graph.message(), weights);
                    }
                }
            }
        }
        return weights;
    }

    /**
     * Reads the values of these weights, in their order.
     *
     * @throws OnnxException if the bytes are not a model
     * @throws NullPointerException if a weight is missing
     */
    public static float[][] read(byte[] file, List<Weight> weights) {
        Map<String, float[]> all = read(file);
        return weights.stream()
                .map(weight -> Objects.requireNonNull(all.get(weight.name()), weight.name()))
                .toArray(float[][]::new);
    }

    private static void readTensor(ProtobufReader tensor, Map<String, float[]> weights) {
        String name = "";
        boolean floats = false;
        float[] values = new float[0];
        for (int field = tensor.next(); field != 0; field = tensor.next()) {
            if (field == NAME) {
                name = tensor.text();
            } else if (field == DATA_TYPE) {
                floats = tensor.number() == OnnxWriter.FLOAT;
            } else if (field == RAW_DATA) {
                values = tensor.floats();
            }
        }
        if (floats) {
            weights.put(name, values);
        }
    }
}
