package org.spolia.embedding.pretraining;

import java.util.Arrays;
import org.spolia.embedding.ConvolutionalNetwork;
import org.spolia.embedding.SampleShape;

/**
 * Where a decoder of one convolution with kernels of length 1 puts the values of a sample: [planes × points of a patch, patches on each
 * axis …]. The patches of a place of the last layer tile the image, and go beyond its end where it is no multiple of them.
 */
final class PatchLayout {
    private final int[] image;
    private final int points;
    private final int planes;
    private final int[] patches;

    private PatchLayout(int[] image, int points, int planes) {
        this.image = image;
        this.points = points;
        this.planes = planes;
        this.patches = patches(image);
    }

    static PatchLayout of(SampleShape shape, int[] image) {
        int points = Arrays.stream(image).reduce(1, Math::multiplyExact);
        return new PatchLayout(image.clone(), points, shape.values() / points);
    }

    private static int[] patches(int[] image) {
        return Arrays.stream(image)
                .map(length -> (length + ConvolutionalNetwork.PATCH - 1) / ConvolutionalNetwork.PATCH)
                .toArray();
    }

    /** What the decoder gives at each place: the values of a patch in all planes. */
    static int outputs(ConvolutionalNetwork network) {
        int outputs = network.channels();
        for (int axis = 0; axis < network.axes(); axis++) {
            outputs = Math.multiplyExact(outputs, ConvolutionalNetwork.PATCH);
        }
        return outputs;
    }

    /** How many values the decoder gives for a sample. */
    int values() {
        int values = planes;
        for (int count : patches) {
            values = Math.multiplyExact(values, count * ConvolutionalNetwork.PATCH);
        }
        return values;
    }

    /** Where the decoder has a value of the sample. */
    int place(int value) {
        int rest = value % points;
        int inPatch = 0;
        int patch = 0;
        int inPatchStep = 1;
        int patchStep = 1;
        for (int axis = image.length - 1; axis >= 0; axis--) {
            int at = rest % image[axis];
            rest /= image[axis];
            inPatch += at % ConvolutionalNetwork.PATCH * inPatchStep;
            patch += at / ConvolutionalNetwork.PATCH * patchStep;
            inPatchStep *= ConvolutionalNetwork.PATCH;
            patchStep *= patches[axis];
        }
        return (value / points * inPatchStep + inPatch) * patchStep + patch;
    }
}
