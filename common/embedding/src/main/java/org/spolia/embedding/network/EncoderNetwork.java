package org.spolia.embedding.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.InputSpec;
import org.spolia.embedding.Manifest;
import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.layers.Operations;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.onnx.OnnxOperations;
import org.spolia.embedding.onnx.OnnxTensor;
import org.spolia.embedding.onnx.OnnxWeights;
import org.spolia.embedding.onnx.OnnxWriter;
import org.spolia.embedding.onnx.TensorType;

/**
 * A network that computes the embedding of a sample: from an image, it computes numbers for each position, and the
 * embedding is their mean. The axes of the image are those of the grid, after the axis of frames if there is one;
 * otherwise frames are channels.
 */
public sealed interface EncoderNetwork permits ConvolutionalNetwork, AxialAttentionNetwork {

    /** The channels of the image. */
    int channels();

    /** The axes of the image. */
    int axes();

    /** The points of the image on each axis for each position. */
    int[] patch();

    /** The numbers at each position, and the length of an embedding. */
    int dimension();

    /** The trainable weights, in a fixed order. */
    List<Weight> weights();

    /**
     * Computes the output for images.
     *
     * @param images [batch, channels, points on each axis …]
     * @return [batch, dimension, positions on each axis …]
     */
    <T> T encode(Operations<T> on, T images);

    /** The lengths of the axes of the image of a sample. */
    default int[] image(SampleShape sample) {
        List<Integer> lengths = new ArrayList<>(sample.extent());
        if (lengths.size() < axes()) {
            lengths.add(0, sample.frames());
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the initial weights, a function of the seed. */
    default float[][] initialWeights(long seed) {
        return InitialWeights.of(weights(), seed);
    }

    /** Returns whether a bundle has the weights of this network, with any values. */
    default boolean hasMade(EncoderBundle bundle) {
        if (!bundle.manifest().engine().equals(Manifest.ONNX_RUNTIME)) {
            return false;
        }
        Map<String, float[]> all = OnnxWeights.read(bundle.model());
        return weights().stream()
                .allMatch(weight -> all.getOrDefault(weight.name(), new float[0]).length == weight.count());
    }

    /** Returns the weights in a bundle that this network made. */
    default float[][] weights(EncoderBundle bundle) {
        return OnnxWeights.read(bundle.model(), weights());
    }

    /**
     * Returns the encoder with these weights, which first normalises each channel of a sample.
     *
     * @param name a name for people
     * @param values the values of all weights, in row-major order
     */
    default EncoderBundle bundle(String name, float[][] values) {
        return bundle(name, values, true, dimension());
    }

    /**
     * The same without the mean: an embedding has the numbers of all positions of such a sample, one dimension after
     * another.
     */
    default EncoderBundle unpooled(String name, float[][] values, SampleShape sample) {
        int[] image = image(sample);
        int numbers = dimension();
        for (int axis = 0; axis < image.length; axis++) {
            numbers *= (image[axis] + patch()[axis] - 1) / patch()[axis];
        }
        return bundle(name, values, false, numbers);
    }

    private EncoderBundle bundle(String name, float[][] values, boolean pooled, int numbers) {
        List<Long> shape = new ArrayList<>(List.of(TensorType.ANY, (long) channels()));
        shape.addAll(Collections.nCopies(axes(), TensorType.ANY));
        OnnxWriter model = OnnxWriter.of("encoder").input(new TensorType("field", "float32", shape));
        OnnxOperations on = OnnxOperations.of(model, weights(), values);
        OnnxTensor places = encode(on, new OnnxTensor("field", shape.size()));
        List<Long> out = new ArrayList<>(List.of(TensorType.ANY, (long) dimension()));
        if (!pooled) {
            out.addAll(Collections.nCopies(axes(), TensorType.ANY));
        }
        on.output(pooled ? on.meanOfPlaces(places) : places, new TensorType(EncoderBundle.OUTPUT, "float32", out));
        InputSpec input = new InputSpec("field", "float32", shape);
        return EncoderBundle.written(name, model, input, null, Preprocessing.REVIN, numbers);
    }
}
