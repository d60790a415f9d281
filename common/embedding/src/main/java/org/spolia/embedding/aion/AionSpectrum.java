package org.spolia.embedding.aion;

/**
 * A spectrum in the form that AION-1's codec gives to its network. NaN becomes 0, inverse variances are at most 100.
 * The brightness is the sum of the unmasked values divided by one more than their number, at least 0.1.
 * log10(brightness + 1) is rounded up to one of 1024 numbers from -1 to 5; its index is the first token, and the
 * brightness n is recomputed from it. (flux/n - 1)·0.2 and 0.2/n times the square root of the inverse variance are
 * interpolated linearly to {@value #PIXELS} pixels from 3500 Å in steps of 0.8 Å, with 0 beyond their ends; then
 * arcsinh. Masked pixels are kept.
 *
 * @param token the first token
 * @param flux the flux at each wavelength of the grid
 * @param inverseDeviation the inverse standard deviation at each wavelength of the grid
 */
@SuppressWarnings("ArrayRecordComponent")
public record AionSpectrum(int token, float[] flux, float[] inverseDeviation) {
    public static final int PIXELS = 8704;

    private static final double FIRST = 3500;
    private static final double STEP = 0.8;
    private static final double MOST_INVERSE_VARIANCE = 100;
    private static final double LEAST_BRIGHTNESS = 0.1;
    private static final double FACTOR = 0.2;
    private static final int CODES = 1024;
    private static final double LEAST_CODE = -1;
    private static final double GREATEST_CODE = 5;

    /** The wavelength of a pixel of the grid, in Ångström. */
    public static double wavelength(int pixel) {
        return FIRST + STEP * pixel;
    }

    /**
     * Prepares a spectrum without changing it.
     *
     * @param flux the flux of each pixel
     * @param inverseVariance the inverse variance of each pixel
     * @param mask whether a pixel is bad
     * @param wavelength the wavelength of each pixel in Ångström, rising
     * @throws IllegalArgumentException if their lengths differ, or wavelengths do not rise
     */
    public static AionSpectrum of(float[] flux, float[] inverseVariance, boolean[] mask, float[] wavelength) {
        requireOneLength(flux, inverseVariance, mask, wavelength);
        int token = token(brightness(flux, mask));
        double code = LEAST_CODE + (GREATEST_CODE - LEAST_CODE) * token / (CODES - 1);
        double scale = Math.max(LEAST_BRIGHTNESS, Math.pow(10, code) - 1);
        double[] shape = new double[flux.length];
        double[] deviation = new double[flux.length];
        for (int pixel = 0; pixel < flux.length; pixel++) {
            shape[pixel] = (number(flux[pixel]) / scale - 1) * FACTOR;
            double bounded = Math.max(0, Math.min(MOST_INVERSE_VARIANCE, number(inverseVariance[pixel])));
            deviation[pixel] = Math.sqrt(bounded) / scale * FACTOR;
        }
        return new AionSpectrum(token, onGrid(shape, wavelength), onGrid(deviation, wavelength));
    }

    private static void requireOneLength(float[] flux, float[] inverseVariance, boolean[] mask, float[] wavelength) {
        if (flux.length < 2
                || inverseVariance.length != flux.length
                || mask.length != flux.length
                || wavelength.length != flux.length) {
            throw new IllegalArgumentException(
                    "A spectrum has as many fluxes, inverse variances, masks and wavelengths, 2 or more, not "
                            + flux.length + ", " + inverseVariance.length + ", " + mask.length + " and "
                            + wavelength.length);
        }
        for (int pixel = 1; pixel < wavelength.length; pixel++) {
            if (!(wavelength[pixel] > wavelength[pixel - 1])) {
                throw new IllegalArgumentException("The wavelength of pixel " + pixel + " is " + wavelength[pixel]
                        + ", and the one before " + wavelength[pixel - 1] + "; wavelengths must rise");
            }
        }
    }

    private static double brightness(float[] flux, boolean[] mask) {
        double sum = 0;
        int good = 0;
        for (int pixel = 0; pixel < flux.length; pixel++) {
            if (!mask[pixel]) {
                sum += number(flux[pixel]);
                good++;
            }
        }
        return Math.max(LEAST_BRIGHTNESS, sum / (good + 1));
    }

    private static int token(double brightness) {
        double place = (Math.log10(brightness + 1) - LEAST_CODE) / (GREATEST_CODE - LEAST_CODE) * (CODES - 1);
        return (int) Math.min(CODES - 1, Math.ceil(place));
    }

    /** Like torch.nan_to_num. */
    private static double number(float value) {
        if (Float.isNaN(value)) {
            return 0;
        }
        return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
    }

    private static float[] onGrid(double[] values, float[] wavelength) {
        float[] grid = new float[PIXELS];
        int right = 1;
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            double place = wavelength(pixel);
            if (place >= wavelength[0] && place <= wavelength[wavelength.length - 1]) {
                while (wavelength[right] < place) {
                    right++;
                }
                double left = wavelength[right - 1];
                double share = (place - left) / (wavelength[right] - left);
                grid[pixel] = (float) Arcsinh.of(values[right - 1] + share * (values[right] - values[right - 1]));
            }
        }
        return grid;
    }
}
