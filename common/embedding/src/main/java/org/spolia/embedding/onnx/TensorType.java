package org.spolia.embedding.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * An input or output of a model.
 *
 * @param type the type of its elements in numpy's notation
 * @param shape the length of each axis; -1 for any length
 */
public record TensorType(String name, String type, List<Long> shape) {
    /** Any length of an axis. */
    public static final long ANY = -1;

    private static final List<String> TYPES = List.of(
            "undefined",
            "float32",
            "uint8",
            "int8",
            "uint16",
            "int16",
            "int32",
            "int64",
            "string",
            "bool",
            "float16",
            "float64",
            "uint32",
            "uint64",
            "complex64",
            "complex128",
            "bfloat16");

    public TensorType {
        shape = List.copyOf(shape);
    }

    /** The number of its element type in onnx.proto. */
    int number() {
        return TYPES.indexOf(type);
    }

    /** Reads a ValueInfoProto. */
    static TensorType read(ProtobufReader value) {
        String name = "";
        String type = TYPES.get(0);
        List<Long> shape = new ArrayList<>();
        for (int field = value.next(); field != 0; field = value.next()) {
            if (field == 1) {
                name = value.text();
            } else if (field == 2) {
                ProtobufReader kind = value.message();
                for (int inner = kind.next(); inner != 0; inner = kind.next()) {
                    if (inner == 1) {
                        type = readTensor(kind.message(), shape);
                    }
                }
            }
        }
        return new TensorType(name, type, shape);
    }

    private static String readTensor(ProtobufReader tensor, List<Long> shape) {
        String type = TYPES.get(0);
        for (int field = tensor.next(); field != 0; field = tensor.next()) {
            if (field == 1) {
                int number = (int) tensor.number();
                type = number > 0 && number < TYPES.size() ? TYPES.get(number) : "type " + number;
            } else if (field == 2) {
                ProtobufReader axes = tensor.message();
                for (int inner = axes.next(); inner != 0; inner = axes.next()) {
                    if (inner == 1) {
                        shape.add(readAxis(axes.message()));
                    }
                }
            }
        }
        return type;
    }

    private static long readAxis(ProtobufReader axis) {
        long length = ANY;
        for (int field = axis.next(); field != 0; field = axis.next()) {
            if (field == 1) {
                length = axis.number();
            }
        }
        return length;
    }

    @Override
    public String toString() {
        return name + " " + type + shape;
    }
}
