package org.spolia.embedding.onnx;

import java.util.List;

/**
 * A model of a few layers, as the bytes of an ONNX file (operator set 13). Equal calls give equal bytes. Field numbers
 * are those of onnx.proto.
 */
public final class OnnxWriter {
    /** The number of 32-bit floats among the element types. */
    static final int FLOAT = 1;

    private static final int INT64 = 7;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;
    private static final long FORMAT = 7;
    private static final long OPERATORS = 13;

    private final String name;
    private final ProtobufWriter graph = new ProtobufWriter();

    private OnnxWriter(String name) {
        this.name = name;
    }

    public static OnnxWriter of(String name) {
        return new OnnxWriter(name);
    }

    /** Adds a layer without attributes. */
    public OnnxWriter layer(String operator, List<String> inputs, String output) {
        graph.message(1, node(operator, inputs, output));
        return this;
    }

    /** Adds a layer with attributes: see {@link #number} and {@link #numbers}. */
    OnnxWriter layer(String operator, List<String> inputs, String output, ProtobufWriter... attributes) {
        ProtobufWriter node = node(operator, inputs, output);
        for (ProtobufWriter attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
        return this;
    }

    static ProtobufWriter number(String attribute, long value) {
        return new ProtobufWriter().text(1, attribute).number(3, value).number(20, ATTRIBUTE_INT);
    }

    static ProtobufWriter numbers(String attribute, long... values) {
        ProtobufWriter message = new ProtobufWriter().text(1, attribute);
        for (long value : values) {
            message.number(8, value);
        }
        return message.number(20, ATTRIBUTE_INTS);
    }

    /** Adds weights, in row-major order. */
    public OnnxWriter weights(String tensor, float[] values, long... shape) {
        graph.message(5, tensor(shape).number(2, FLOAT).text(8, tensor).floats(9, values));
        return this;
    }

    /** Adds integers that are part of the model, such as shapes; a scalar if no shape is given. */
    OnnxWriter integers(String tensor, long[] values, long... shape) {
        graph.message(5, tensor(shape).number(2, INT64).text(8, tensor).longs(9, values));
        return this;
    }

    private static ProtobufWriter tensor(long[] shape) {
        ProtobufWriter message = new ProtobufWriter();
        for (long length : shape) {
            message.number(1, length);
        }
        return message;
    }

    public OnnxWriter input(TensorType tensor) {
        graph.message(11, value(tensor));
        return this;
    }

    public OnnxWriter output(TensorType tensor) {
        graph.message(12, value(tensor));
        return this;
    }

    public byte[] toBytes() {
        return new ProtobufWriter()
                .number(1, FORMAT)
                .text(2, "spolia")
                .message(7, graph.text(2, name))
                .message(8, new ProtobufWriter().text(1, "").number(2, OPERATORS))
                .toBytes();
    }

    private static ProtobufWriter node(String operator, List<String> inputs, String output) {
        ProtobufWriter node = new ProtobufWriter();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, output).text(3, output).text(4, operator);
    }

    private static ProtobufWriter value(TensorType tensor) {
        ProtobufWriter shape = new ProtobufWriter();
        for (int axis = 0; axis < tensor.shape().size(); axis++) {
            long length = tensor.shape().get(axis);
            ProtobufWriter dimension = new ProtobufWriter();
            shape.message(
                    1,
                    length == TensorType.ANY
                            ? dimension.text(2, axis == 0 ? "batch" : "axis" + axis)
                            : dimension.number(1, length));
        }
        ProtobufWriter type = new ProtobufWriter().number(1, tensor.number()).message(2, shape);
        return new ProtobufWriter().text(1, tensor.name()).message(2, new ProtobufWriter().message(1, type));
    }
}
