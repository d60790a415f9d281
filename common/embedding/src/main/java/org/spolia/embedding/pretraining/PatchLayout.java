package org.spolia.embedding.pretraining;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.EncoderNetwork;

/**
 * The positions of the values of a sample in the output of a decoder of one convolution with kernels of length 1:
 * [planes × points of a patch, patches on each axis …]. The patches of the positions of the last layer tile the image,
 * and exceed it if its length is not a multiple of theirs.
 */
public final class PatchLayout {
    private final int[] image;
    private final int[] patch;
    private final int points;
    private final int planes;
    private final int[] patches;

    private PatchLayout(int[] image, int[] patch, int points, int planes) {
        this.image = image;
        this.patch = patch;
        this.points = points;
        this.planes = planes;
        this.patches = IntStream.range(0, image.length)
                .map(axis -> (image[axis] + patch[axis] - 1) / patch[axis])
                .toArray();
    }

    static PatchLayout of(EncoderNetwork network, SampleShape shape) {
        int[] image = network.image(shape);
        int points = Arrays.stream(image).reduce(1, Math::multiplyExact);
        return new PatchLayout(image, network.patch(), points, shape.values() / points);
    }

    /**
     * Returns the layout for the frame after a window: its grid is the image, whose patches are those of the encoder
     * without the time axis.
     */
    public static PatchLayout ofFrame(EncoderNetwork network, SampleShape window) {
        int[] grid = window.extent().stream().mapToInt(Integer::intValue).toArray();
        int[] patch = network.patch();
        int points = Arrays.stream(grid).reduce(1, Math::multiplyExact);
        return new PatchLayout(
                grid, Arrays.copyOfRange(patch, patch.length - grid.length, patch.length), points, window.channels());
    }

    /** The number of decoder outputs at each position: the values of a patch in all planes. */
    public int valuesOfPatch() {
        return Arrays.stream(patch).reduce(planes, Math::multiplyExact);
    }

    /** The number of decoder outputs at each position: the values of a patch in all planes. */
    static int outputs(EncoderNetwork network) {
        return Arrays.stream(network.patch()).reduce(network.channels(), Math::multiplyExact);
    }

    /** The number of decoder outputs for a sample. */
    public int values() {
        int values = planes;
        for (int axis = 0; axis < image.length; axis++) {
            values = Math.multiplyExact(values, patches[axis] * patch[axis]);
        }
        return values;
    }

    /** Returns the index of a value of the sample in the decoder's output. */
    public int place(int value) {
        int rest = value % points;
        int inPatch = 0;
        int patchAt = 0;
        int inPatchStep = 1;
        int patchStep = 1;
        for (int axis = image.length - 1; axis >= 0; axis--) {
            int at = rest % image[axis];
            rest /= image[axis];
            inPatch += at % patch[axis] * inPatchStep;
            patchAt += at / patch[axis] * patchStep;
            inPatchStep *= patch[axis];
            patchStep *= patches[axis];
        }
        return (value / points * inPatchStep + inPatch) * patchStep + patchAt;
    }
}
