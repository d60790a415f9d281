package org.spolia.embedding.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The inputs and outputs of a model according to its file. The model is not run, and no native library is needed. */
public record OnnxSignature(List<TensorType> inputs, List<TensorType> outputs) {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int INITIALIZER_NAME = 8;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    public OnnxSignature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * Reads the signature of a model.
     *
     * @param file the bytes of the whole file
     * @throws OnnxException if the bytes are not a model, or its weights are in other files
     */
    public static OnnxSignature read(byte[] file) {
        OnnxExternalData.refuse(file);
        ProtobufReader model = ProtobufReader.of(file);
        for (int field = model.next(); field != 0; field = model.next()) {
            if (field == GRAPH) {
                return readGraph(model.message());
            }
        }
        throw new OnnxException("is not an ONNX file: it has no graph");
    }

    private static OnnxSignature readGraph(ProtobufReader graph) {
        List<TensorType> inputs = new ArrayList<>();
        List<TensorType> outputs = new ArrayList<>();
        Set<String> constants = new HashSet<>();
        for (int field = graph.next(); field != 0; field = graph.next()) {
            switch (field) {
                case INPUT -> inputs.add(TensorType.read(graph.message()));
                case OUTPUT -> outputs.add(TensorType.read(graph.message()));
                case INITIALIZER -> constants.add(name(graph.message()));
                default -> {}
            }
        }
        // Old files list their weights among the inputs.
        inputs.removeIf(input -> constants.contains(input.name()));
        return new OnnxSignature(inputs, outputs);
    }

    private static String name(ProtobufReader tensor) {
        for (int field = tensor.next(); field != 0; field = tensor.next()) {
            if (field == INITIALIZER_NAME) {
                return tensor.text();
            }
        }
        return "";
    }
}
