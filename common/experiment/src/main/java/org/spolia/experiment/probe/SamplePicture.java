package org.spolia.experiment.probe;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Samples as small greyscale pictures. */
public final class SamplePicture {
    /** Larger samples lose points. */
    private static final int MOST_POINTS = 64;

    private static final int GREYS = 255;

    private SamplePicture() {}

    /**
     * Returns the first channel of a sample as PNG, scaled from its least to its greatest value. On a grid of one axis,
     * the picture has frames by points; on a grid of two or more, it has rows and columns of the first frame, at the
     * first point of further axes. Empty for values that are not finite.
     *
     * @param values in row-major order: channel, frame, grid
     * @param frames the number of frames of the sample
     * @param extent the lengths of the grid
     */
    public static Optional<byte[]> png(float[] values, int frames, List<Integer> extent) {
        int rows = extent.size() == 1 ? frames : extent.get(0);
        int columns = extent.size() == 1 ? extent.get(0) : extent.get(1);
        int step = extent.stream().skip(2).reduce(1, Math::multiplyExact);
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < rows * columns; i++) {
            float value = values[i * step];
            if (!Float.isFinite(value)) {
                return Optional.empty();
            }
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        double scale = greatest > least ? GREYS / ((double) greatest - least) : 0;
        int height = Math.min(rows, MOST_POINTS);
        int width = Math.min(columns, MOST_POINTS);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int place = y * rows / height * columns + x * columns / width;
                int grey = (int) Math.round(((double) values[place * step] - least) * scale);
                image.getRaster().setSample(x, y, 0, grey);
            }
        }
        return Optional.of(encoded(image));
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // In memory, because ImageIO would otherwise write a temporary file.
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
