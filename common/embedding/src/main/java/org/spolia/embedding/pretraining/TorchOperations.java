package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.LayerNorm;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.layers.Operations;

/**
 * Layers in PyTorch.
 *
 * @param manager frees all arrays
 * @param weights the weights by name
 */
public record TorchOperations(NDManager manager, Map<String, NDArray> weights) implements Operations<NDArray> {
    /** As in the ONNX files that are written here. */
    private static final float LEAST_VARIANCE = 1e-5f;

    private static final int FIRST_PLACE = 2;
    private static final float PENALTY = -1e9f;
    private static final int PLANE = 2;

    @Override
    public NDArray weight(String name) {
        NDArray weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("No layer declares weights '" + name + "'");
        }
        return weight;
    }

    @Override
    public int axes(NDArray tensor) {
        return tensor.getShape().dimension();
    }

    @Override
    public NDArray product(NDArray left, NDArray right) {
        return left.matMul(right);
    }

    @Override
    public NDArray add(NDArray left, NDArray right) {
        return left.add(right);
    }

    @Override
    public NDArray scale(NDArray tensor, double factor) {
        return tensor.mul(number((float) factor));
    }

    @Override
    public NDArray relu(NDArray tensor) {
        return tensor.getNDArrayInternal().relu();
    }

    @Override
    public NDArray gelu(NDArray tensor) {
        return tensor.getNDArrayInternal().gelu();
    }

    @Override
    public NDArray softmax(NDArray tensor) {
        return tensor.softmax(axes(tensor) - 1);
    }

    @Override
    public NDArray normalise(NDArray tensor, NDArray scale, NDArray shift) {
        return LayerNorm.layerNorm(tensor, new Shape(scale.size()), scale, shift, LEAST_VARIANCE)
                .singletonOrThrow();
    }

    @Override
    public NDArray transpose(NDArray tensor, int... order) {
        return tensor.transpose(order);
    }

    @Override
    public NDArray split(NDArray tensor, int parts) {
        long[] shape = tensor.getShape().getShape();
        long[] more = Arrays.copyOf(shape, shape.length + 1);
        more[shape.length - 1] = parts;
        more[shape.length] = shape[shape.length - 1] / parts;
        return tensor.reshape(more);
    }

    @Override
    public NDArray join(NDArray tensor) {
        long[] shape = tensor.getShape().getShape();
        long[] less = Arrays.copyOf(shape, shape.length - 1);
        less[less.length - 1] = shape[shape.length - 2] * shape[shape.length - 1];
        return tensor.reshape(less);
    }

    @Override
    public NDArray convolve(NDArray images, NDArray kernels, long[] shape, int... strides) {
        return convolve(images, kernels, null, shape, strides);
    }

    NDArray convolve(NDArray images, NDArray kernels, @Nullable NDArray bias, long[] shape, int... strides) {
        Shape steps = new Shape(Arrays.stream(strides).asLongStream().toArray());
        Shape padding = new Shape(Arrays.stream(shape, FIRST_PLACE, shape.length)
                .map(length -> length / 2)
                .toArray());
        Shape dilation = new Shape(Arrays.stream(strides).mapToLong(axis -> 1).toArray());
        NDList out = strides.length == PLANE
                ? Conv2d.conv2d(images, kernels, bias, steps, padding, dilation)
                : Conv3d.conv3d(images, kernels, bias, steps, padding, dilation);
        return out.singletonOrThrow();
    }

    @Override
    public NDArray relative(NDArray table, int rows, NDArray tensor, int axis, boolean ring) {
        int places = (int) tensor.getShape().get(axis);
        float[] chosen = new float[places * places * rows];
        for (int pair = 0; pair < places * places; pair++) {
            int distance = pair % places - pair / places;
            if (ring) {
                distance = Math.floorMod(distance + places / 2, places) - places / 2;
            }
            int reach = rows / 2;
            chosen[pair * rows + Math.max(-reach, Math.min(reach, distance)) + reach] = 1;
        }
        // A product, whose gradient DJL exposes from PyTorch.
        NDArray choice = manager.create(chosen, new Shape((long) places * places, rows));
        return choice.matMul(table).reshape(places, places, -1);
    }

    @Override
    public NDArray meanOfPlaces(NDArray images) {
        Shape shape = images.getShape();
        return images.reshape(shape.get(0), shape.get(1), -1).mean(new int[] {2});
    }

    @Override
    public NDArray rows(NDArray table, NDArray places) {
        return Embedding.embedding(places, table, SparseFormat.DENSE).singletonOrThrow();
    }

    @Override
    public NDArray penalty(NDArray places) {
        return places.eq(manager.create(0L)).toType(DataType.FLOAT32, false).mul(number(PENALTY));
    }

    /**
     * Returns a number that lives as long as the manager. DJL frees plain numbers after their use, although PyTorch
     * reads them again to differentiate.
     */
    public NDArray number(float value) {
        return manager.create(value);
    }
}
