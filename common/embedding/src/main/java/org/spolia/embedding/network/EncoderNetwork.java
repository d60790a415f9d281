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
 * A network that makes a vector of a sample: an image in, numbers for each of its places out, and the vector is their
 * mean. The axes of the image are those of the grid, after that of frames where there is one; else frames are channels.
 */
public sealed interface EncoderNetwork permits ConvolutionalNetwork, AxialAttentionNetwork {

    /** Channels of the image. */
    int channels();

    /** Axes of the image. */
    int axes();

    /** Points of the image on each axis for each place. */
    int[] patch();

    /** Numbers at each place, and of a vector. */
    int dimension();

    /** What it learns, in an order that does not change. */
    List<Weight> weights();

    /**
     * What it makes of images.
     *
     * @param images [batch, channels, points on each axis …]
     * @return [batch, dimension, places on each axis …]
     */
    <T> T encode(Operations<T> on, T images);

    /** The lengths of the axes of the image that a sample is. */
    default int[] image(SampleShape sample) {
        List<Integer> lengths = new ArrayList<>(sample.extent());
        if (lengths.size() < axes()) {
            lengths.add(0, sample.frames());
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All weights before anything is learned, which are a function of the seed. */
    default float[][] initialWeights(long seed) {
        return InitialWeights.of(weights(), seed);
    }

    /** Whether a bundle has the weights of this network, whatever they are. */
    default boolean hasMade(EncoderBundle bundle) {
        if (!bundle.manifest().engine().equals(Manifest.ONNX_RUNTIME)) {
            return false;
        }
        Map<String, float[]> all = OnnxWeights.read(bundle.model());
        return weights().stream()
                .allMatch(weight -> all.getOrDefault(weight.name(), new float[0]).length == weight.count());
    }

    /** The weights in a bundle that this network has made. */
    default float[][] weights(EncoderBundle bundle) {
        return OnnxWeights.read(bundle.model(), weights());
    }

    /**
     * The encoder with these weights, which normalises each channel of a sample before.
     *
     * @param name for people
     * @param values of all weights, in row-major order
     */
    default EncoderBundle bundle(String name, float[][] values) {
        return bundle(name, values, true, dimension());
    }

    /**
     * The same without the mean: a vector is the numbers of all places of such a sample, a dimension after the other.
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
