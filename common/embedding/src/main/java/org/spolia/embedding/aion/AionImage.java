package org.spolia.embedding.aion;

import java.util.List;

/**
 * An image in the form that AION-1's codec gives to its network: the central {@value #SIDE} × {@value #SIDE} pixels;
 * fluxes clipped at the limit of their band, with those of the Hyper Suprime-Cam converted to the zero point of the
 * Legacy Surveys; arcsinh(flux/0.01)·0.1; in nine channels, with a mask of the present ones.
 *
 * @param values channel by channel in the order of {@link AionBand}, each row by row; zeros for absent bands
 * @param mask whether each channel is present
 */
@SuppressWarnings("ArrayRecordComponent")
public record AionImage(float[] values, boolean[] mask) {
    /** Pixels on a side. */
    public static final int SIDE = 96;

    private static final double SOFTENING = 0.01;
    private static final double FACTOR = 10;

    /**
     * Prepares an image without changing it.
     *
     * @param flux band by band, each row by row, in the unit of the survey; finite
     * @param bands the bands of the image, each once
     * @throws IllegalArgumentException if it is smaller than {@value #SIDE} pixels on a side, or has another length
     */
    public static AionImage of(float[] flux, List<AionBand> bands, int height, int width) {
        if (height < SIDE || width < SIDE) {
            throw new IllegalArgumentException(
                    "An image of " + height + "×" + width + " pixels is too small; AION-1 takes " + SIDE + "×" + SIDE);
        }
        if (flux.length != bands.size() * height * width
                || bands.stream().distinct().count() < bands.size()) {
            throw new IllegalArgumentException("An image of " + flux.length + " values is not " + bands + " of "
                    + height + "×" + width + " pixels, each band once");
        }
        float[] values = new float[AionBand.values().length * SIDE * SIDE];
        boolean[] mask = new boolean[AionBand.values().length];
        int top = (height - SIDE) / 2;
        int left = (width - SIDE) / 2;
        for (int place = 0; place < bands.size(); place++) {
            AionBand band = bands.get(place);
            mask[band.channel()] = true;
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                int from = (place * height + top + pixel / SIDE) * width + left + pixel % SIDE;
                values[band.channel() * SIDE * SIDE + pixel] = (float) prepared(flux[from], band);
            }
        }
        return new AionImage(values, mask);
    }

    private static double prepared(double flux, AionBand band) {
        double bounded = Math.max(-band.most(), Math.min(band.most(), flux)) / band.scale();
        return Arcsinh.of(bounded / SOFTENING) * SOFTENING * FACTOR;
    }
}
