package org.spolia.embedding.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image as tokens: square patches of arcsinh(flux/softening) in all bands, row by row. A patch with a value that is
 * not finite is absent.
 *
 * @param column the column with the image, band by band, each row by row
 * @param bands the number of bands of the image
 * @param height in pixels, a multiple of the side
 * @param width in pixels, a multiple of the side
 * @param side the side of a patch in pixels
 * @param softening the flux of the noise, below which arcsinh is nearly linear
 * @param patch the codec of patches
 */
public record ImageCodec(String column, int bands, int height, int width, int side, double softening, PatchCodec patch)
        implements Codec {
    public ImageCodec {
        Checks.requireNamed(column, "column");
        Checks.require(patch, "patch");
        requireTiles(column, bands, height, width, side);
        if (patch.values() != bands * side * side) {
            throw new IllegalArgumentException("patches of image '" + column + "' have " + bands * side * side
                    + " values, and their codec " + patch.values());
        }
        if (!(softening > 0 && softening < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the softening of image '" + column + "' is " + softening + "; it must be above 0");
        }
    }

    static void requireTiles(String column, int bands, int height, int width, int side) {
        if (bands < 1 || side < 1 || height < side || width < side || height % side != 0 || width % side != 0) {
            throw new IllegalArgumentException("image '" + column + "' has " + bands + " bands of " + height + "×"
                    + width + " pixels, which patches of " + side + " on a side do not tile");
        }
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public int tokens() {
        return height / side * (width / side);
    }

    @Override
    public int vocabulary() {
        return patch.codes();
    }

    @Override
    public Optional<String> problem(Map<String, float[]> values) {
        return Checks.length(values, column, bands * height * width);
    }

    @Override
    public int[] encode(Map<String, float[]> values) {
        int[] codes = new int[tokens()];
        Arrays.fill(codes, ABSENT);
        float[] image = values.get(column);
        if (image != null) {
            List<double[]> patches = patches(image, bands, height, width, side, softening);
            for (int place = 0; place < codes.length; place++) {
                double[] found = patches.get(place);
                if (Arrays.stream(found).allMatch(Double::isFinite)) {
                    codes[place] = patch.code(found);
                }
            }
        }
        return codes;
    }

    static List<double[]> patches(float[] image, int bands, int height, int width, int side, double softening) {
        List<double[]> patches = new ArrayList<>();
        for (int top = 0; top < height; top += side) {
            for (int left = 0; left < width; left += side) {
                double[] patch = new double[bands * side * side];
                for (int i = 0; i < patch.length; i++) {
                    int row = top + i / side % side;
                    int place = (i / (side * side) * height + row) * width + left + i % side;
                    patch[i] = SpectrumCodec.arcsinh(image[place] / softening);
                }
                patches.add(patch);
            }
        }
        return patches;
    }

    @Override
    public double[] coordinates(int code) {
        return patch.scalars().numbers(code);
    }
}
