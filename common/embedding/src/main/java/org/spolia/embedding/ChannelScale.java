package org.spolia.embedding;

/**
 * What a channel of a sample is normalised by: less its mean, and over its standard deviation as a population plus 1e-7, as in Multiple
 * Physics Pretraining (McCabe et al. 2024).
 *
 * @param deviation above 0
 */
public record ChannelScale(double mean, double deviation) {
    private static final double LEAST_DEVIATION = 1e-7;

    /** That of values which lie one after the other. */
    public static ChannelScale of(float[] values, int start, int length) {
        double sum = 0;
        for (int i = start; i < start + length; i++) {
            sum += values[i];
        }
        double mean = sum / length;
        double squares = 0;
        for (int i = start; i < start + length; i++) {
            double distance = values[i] - mean;
            squares += distance * distance;
        }
        return new ChannelScale(mean, Math.sqrt(squares / length) + LEAST_DEVIATION);
    }

    /** Normalises values where they lie. */
    public void apply(float[] values, int start, int length) {
        for (int i = start; i < start + length; i++) {
            values[i] = (float) ((values[i] - mean) / deviation);
        }
    }
}
