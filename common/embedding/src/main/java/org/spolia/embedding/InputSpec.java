package org.spolia.embedding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spolia.embedding.onnx.TensorType;

/**
 * The input of a model according to its manifest.
 *
 * @param name the name of the tensor
 * @param dtype the type of its elements in numpy's notation: float32, or int64 for integers
 * @param shape the length of each axis, the batch first; -1 for any length
 */
public record InputSpec(String name, String dtype, List<Long> shape) implements Serializable {
    private static final String WHOLE = "int64";
    private static final Set<String> TYPES = Set.of("float32", WHOLE);

    public InputSpec {
        Manifest.require(name, "inputs.name");
        Manifest.require(dtype, "inputs.dtype");
        Manifest.require(shape, "inputs.shape");
        shape = List.copyOf(shape);
        if (!TYPES.contains(dtype)) {
            throw new BundleException(
                    "input '" + name + "' is of type " + dtype + "; only float32 and int64 can be given");
        }
        if (shape.size() < 2 || shape.stream().anyMatch(length -> length < 1 && length != TensorType.ANY)) {
            throw new BundleException("input '" + name + "' has shape " + shape
                    + "; it must be the batch and at least one axis more, each 1 or longer, or -1 for any length");
        }
    }

    /**
     * Returns the axes of a batch of such samples in this input, the batch first: channels, frames and grid as separate
     * axes; channels × frames and grid with one axis fewer; everything in one axis if there are two. Empty if the
     * samples do not fit.
     */
    Optional<long[]> axes(SampleShape sample, int batch) {
        List<Long> grid = sample.extent().stream().map(Integer::longValue).toList();
        List<Long> axes = new ArrayList<>(List.of((long) batch));
        if (shape.size() == 2) {
            axes.add((long) sample.values());
        } else if (shape.size() == grid.size() + 3) {
            axes.add((long) sample.channels());
            axes.add((long) sample.frames());
            axes.addAll(grid);
        } else if (shape.size() == grid.size() + 2) {
            axes.add((long) sample.channels() * sample.frames());
            axes.addAll(grid);
        } else {
            return Optional.empty();
        }
        for (int axis = 0; axis < axes.size(); axis++) {
            if (shape.get(axis) != TensorType.ANY && !shape.get(axis).equals(axes.get(axis))) {
                return Optional.empty();
            }
        }
        return Optional.of(axes.stream().mapToLong(Long::longValue).toArray());
    }

    /** Returns whether it takes integers. */
    boolean isWhole() {
        return dtype.equals(WHOLE);
    }

    /** Returns the number of values of a sample that it takes, if it has a single axis of fixed length for them. */
    Optional<Integer> length() {
        return shape.size() == 2 && shape.get(1) != TensorType.ANY
                ? Optional.of(Math.toIntExact(shape.get(1)))
                : Optional.empty();
    }

    /** Returns whether a model with this tensor takes the input of the manifest. */
    boolean fits(TensorType tensor) {
        return tensor.name().equals(name) && tensor.type().equals(dtype) && agree(shape, tensor.shape());
    }

    /** An axis of any length in the model takes a fixed length, but not vice versa. */
    private static boolean agree(List<Long> stated, List<Long> found) {
        if (stated.size() != found.size()) {
            return false;
        }
        for (int axis = 0; axis < stated.size(); axis++) {
            if (found.get(axis) != TensorType.ANY && !found.get(axis).equals(stated.get(axis))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name + " " + dtype + shape;
    }
}
