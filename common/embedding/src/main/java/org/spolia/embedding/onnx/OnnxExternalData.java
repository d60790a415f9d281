package org.spolia.embedding.onnx;

import java.util.Map;

/** Finds tensors whose values are in other files, which a model may name anywhere on the machine that runs it. */
final class OnnxExternalData {
    /** The limit of Protocol Buffers, which no reader exceeds. */
    private static final int DEEPEST = 100;

    private static final int EXTERNAL_DATA = 13;
    private static final int DATA_LOCATION = 14;

    /** The messages of ONNX that may contain tensors. */
    private enum Message {
        MODEL,
        TRAINING,
        FUNCTION,
        GRAPH,
        NODE,
        ATTRIBUTE,
        SPARSE_TENSOR,
        TENSOR
    }

    private static final Map<Message, Map<Integer, Message>> PARTS = Map.of(
            Message.MODEL, Map.of(7, Message.GRAPH, 20, Message.TRAINING, 25, Message.FUNCTION),
            Message.TRAINING, Map.of(1, Message.GRAPH, 2, Message.GRAPH),
            Message.FUNCTION, Map.of(7, Message.NODE, 11, Message.ATTRIBUTE),
            Message.GRAPH, Map.of(1, Message.NODE, 5, Message.TENSOR, 15, Message.SPARSE_TENSOR),
            Message.NODE, Map.of(5, Message.ATTRIBUTE),
            Message.ATTRIBUTE,
                    Map.of(
                            5, Message.TENSOR,
                            6, Message.GRAPH,
                            10, Message.TENSOR,
                            11, Message.GRAPH,
                            22, Message.SPARSE_TENSOR,
                            23, Message.SPARSE_TENSOR),
            Message.SPARSE_TENSOR, Map.of(1, Message.TENSOR, 2, Message.TENSOR),
            Message.TENSOR, Map.of());

    private OnnxExternalData() {}

    /**
     * Checks that all values of a model are in its own file.
     *
     * @throws OnnxException if they are not
     */
    static void refuse(byte[] model) {
        look(ProtobufReader.of(model), Message.MODEL, 0);
    }

    private static void look(ProtobufReader reader, Message message, int depth) {
        if (depth > DEEPEST) {
            throw new OnnxException("nests its messages more than " + DEEPEST + " deep; export the model anew");
        }
        Map<Integer, Message> parts = PARTS.getOrDefault(message, Map.of());
        for (int field = reader.next(); field != 0; field = reader.next()) {
            Message part = parts.get(field);
            if (part != null) {
                look(reader.message(), part, depth + 1);
            } else if (message == Message.TENSOR
                    && (field == EXTERNAL_DATA || (field == DATA_LOCATION && reader.number() != 0))) {
                throw new OnnxException(
                        "keeps weights in another file, which a bundle may not; save it with all weights in one file"
                                + " (onnx.save with save_as_external_data=False)");
            }
        }
    }
}
