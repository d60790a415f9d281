package org.spolia.embedding.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.spolia.embedding.layers.Operations;
import org.spolia.embedding.layers.Weight;

/** Layers as nodes of a model. The model contains no length of an axis, so it takes samples of any extent. */
public final class OnnxOperations implements Operations<OnnxTensor> {
    /** As in PyTorch. */
    private static final float LEAST_VARIANCE = 1e-5f;

    private static final int FIRST_PLACE = 2;
    private static final double PENALTY = -1e9;

    private final OnnxWriter model;
    private final Map<String, OnnxTensor> weights = new HashMap<>();
    private final Map<String, OnnxTensor> constants = new HashMap<>();
    private int nodes;

    private OnnxOperations(OnnxWriter model) {
        this.model = model;
    }

    /**
     * Creates operations that add nodes to a model.
     *
     * @param weights the weights that the layers declare
     * @param values the values of each, in row-major order
     */
    public static OnnxOperations of(OnnxWriter model, List<Weight> weights, float[][] values) {
        OnnxOperations operations = new OnnxOperations(model);
        for (int i = 0; i < values.length; i++) {
            Weight weight = weights.get(i);
            model.weights(weight.name(), values[i], weight.lengths());
            operations.weights.put(
                    weight.name(), new OnnxTensor(weight.name(), weight.shape().size()));
        }
        return operations;
    }

    /** Renames a tensor, and makes it an output of the model. */
    public void output(OnnxTensor tensor, TensorType type) {
        model.layer("Identity", List.of(tensor.name()), type.name()).output(type);
    }

    @Override
    public OnnxTensor weight(String name) {
        OnnxTensor weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("No layer declares weights '" + name + "'");
        }
        return weight;
    }

    @Override
    public int axes(OnnxTensor tensor) {
        return tensor.axes();
    }

    @Override
    public OnnxTensor product(OnnxTensor left, OnnxTensor right) {
        return node("MatMul", left.axes(), List.of(left, right));
    }

    @Override
    public OnnxTensor add(OnnxTensor left, OnnxTensor right) {
        return node("Add", left.axes(), List.of(left, right));
    }

    @Override
    public OnnxTensor scale(OnnxTensor tensor, double factor) {
        return node("Mul", tensor.axes(), List.of(tensor, number((float) factor)));
    }

    @Override
    public OnnxTensor relu(OnnxTensor tensor) {
        return node("Relu", tensor.axes(), List.of(tensor));
    }

    @Override
    public OnnxTensor gelu(OnnxTensor tensor) {
        OnnxTensor error = node("Erf", tensor.axes(), List.of(scale(tensor, Math.sqrt(0.5))));
        OnnxTensor twice = node("Add", tensor.axes(), List.of(error, number(1)));
        return scale(node("Mul", tensor.axes(), List.of(tensor, twice)), 0.5);
    }

    @Override
    public OnnxTensor softmax(OnnxTensor tensor) {
        return node("Softmax", tensor.axes(), List.of(tensor), OnnxWriter.number("axis", -1));
    }

    @Override
    public OnnxTensor normalise(OnnxTensor tensor, OnnxTensor scale, OnnxTensor shift) {
        OnnxTensor centred = node("Sub", tensor.axes(), List.of(tensor, meanOfLast(tensor)));
        OnnxTensor variance = meanOfLast(node("Mul", tensor.axes(), List.of(centred, centred)));
        OnnxTensor deviation = node(
                "Sqrt", tensor.axes(), List.of(node("Add", tensor.axes(), List.of(variance, number(LEAST_VARIANCE)))));
        OnnxTensor normal = node("Div", tensor.axes(), List.of(centred, deviation));
        return add(node("Mul", tensor.axes(), List.of(normal, scale)), shift);
    }

    private OnnxTensor meanOfLast(OnnxTensor tensor) {
        return node("ReduceMean", tensor.axes(), List.of(tensor), OnnxWriter.numbers("axes", -1));
    }

    @Override
    public OnnxTensor transpose(OnnxTensor tensor, int... order) {
        long[] axes = Arrays.stream(order).asLongStream().toArray();
        return node("Transpose", tensor.axes(), List.of(tensor), OnnxWriter.numbers("perm", axes));
    }

    @Override
    public OnnxTensor split(OnnxTensor tensor, int parts) {
        // In a shape, 0 keeps the length of the axis, and -1 takes the rest.
        long[] shape = new long[tensor.axes() + 1];
        shape[tensor.axes() - 1] = parts;
        shape[tensor.axes()] = -1;
        return node("Reshape", shape.length, List.of(tensor, integers(shape)));
    }

    @Override
    public OnnxTensor join(OnnxTensor tensor) {
        long[] shape = new long[tensor.axes() - 1];
        shape[shape.length - 1] = -1;
        return node("Reshape", shape.length, List.of(tensor, integers(shape)));
    }

    @Override
    public OnnxTensor convolve(OnnxTensor images, OnnxTensor kernels, long[] shape, int... strides) {
        long[] lengths = Arrays.copyOfRange(shape, FIRST_PLACE, shape.length);
        long[] half = LongStream.of(lengths).map(length -> length / 2).toArray();
        return node(
                "Conv",
                images.axes(),
                List.of(images, kernels),
                OnnxWriter.numbers("kernel_shape", lengths),
                OnnxWriter.numbers(
                        "strides", Arrays.stream(strides).asLongStream().toArray()),
                OnnxWriter.numbers(
                        "pads",
                        LongStream.concat(LongStream.of(half), LongStream.of(half))
                                .toArray()));
    }

    @Override
    public OnnxTensor relative(OnnxTensor table, int rows, OnnxTensor tensor, int axis, boolean ring) {
        OnnxTensor length = node("Gather", 0, List.of(node("Shape", 1, List.of(tensor)), integer(axis)));
        OnnxTensor places = node("Range", 1, List.of(integer(0), length, integer(1)));
        OnnxTensor column = node("Unsqueeze", 2, List.of(places, integers(1)));
        OnnxTensor distances = node("Sub", 2, List.of(places, column));
        if (ring) {
            OnnxTensor half = node("Div", 0, List.of(length, integer(2)));
            OnnxTensor positive = node("Mod", 2, List.of(node("Add", 2, List.of(distances, half)), length));
            distances = node("Sub", 2, List.of(positive, half));
        }
        int reach = rows / 2;
        OnnxTensor near = node("Clip", 2, List.of(distances, integer(-reach), integer(reach)));
        return node("Gather", 3, List.of(table, node("Add", 2, List.of(near, integer(reach)))));
    }

    @Override
    public OnnxTensor meanOfPlaces(OnnxTensor images) {
        return node("Flatten", 2, List.of(node("GlobalAveragePool", images.axes(), List.of(images))));
    }

    @Override
    public OnnxTensor rows(OnnxTensor table, OnnxTensor places) {
        return node("Gather", places.axes() + 1, List.of(table, places));
    }

    @Override
    public OnnxTensor penalty(OnnxTensor places) {
        OnnxTensor absent = node("Equal", places.axes(), List.of(places, integer(0)));
        return scale(node("Cast", places.axes(), List.of(absent), OnnxWriter.number("to", OnnxWriter.FLOAT)), PENALTY);
    }

    private OnnxTensor node(String operator, int axes, List<OnnxTensor> inputs, ProtobufWriter... attributes) {
        String name = operator.toLowerCase(Locale.ROOT) + nodes++;
        List<String> names = new ArrayList<>();
        inputs.forEach(input -> names.add(input.name()));
        model.layer(operator, names, name, attributes);
        return new OnnxTensor(name, axes);
    }

    private OnnxTensor number(float value) {
        return constants.computeIfAbsent("number " + value, name -> {
            model.weights(name, new float[] {value});
            return new OnnxTensor(name, 0);
        });
    }

    private OnnxTensor integer(long value) {
        return constants.computeIfAbsent("integer " + value, name -> {
            model.integers(name, new long[] {value});
            return new OnnxTensor(name, 0);
        });
    }

    private OnnxTensor integers(long... values) {
        return constants.computeIfAbsent("integers " + Arrays.toString(values), name -> {
            model.integers(name, values, values.length);
            return new OnnxTensor(name, 1);
        });
    }
}
