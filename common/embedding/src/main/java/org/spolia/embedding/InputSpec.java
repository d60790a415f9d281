package org.spolia.embedding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spolia.embedding.onnx.TensorType;

/**
 * The input of a model as its manifest states it.
 *
 * @param name of the tensor
 * @param dtype of its elements, as numpy names it: float32, or int64 for values that are whole
 * @param shape length of each axis, the batch first; -1 where any length will do
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
     * The axes that a batch of such samples has in this input, the batch first: channels, frames and grid where it
     * takes them apart; channels × frames and grid where it has an axis less; everything in one where it has two axes.
     * Empty if the samples do not fit.
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

    /** Whether it takes whole numbers. */
    boolean isWhole() {
        return dtype.equals(WHOLE);
    }

    /** How many values of a sample it takes, where it says so and has one axis for them. */
    Optional<Integer> length() {
        return shape.size() == 2 && shape.get(1) != TensorType.ANY
                ? Optional.of(Math.toIntExact(shape.get(1)))
                : Optional.empty();
    }

    /** Whether a model with this tensor takes what the manifest says. */
    boolean fits(TensorType tensor) {
        return tensor.name().equals(name) && tensor.type().equals(dtype) && agree(shape, tensor.shape());
    }

    /** An axis of any length in the model takes a fixed one, not the other way round. */
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
