package org.spolia.bench.solve;

import org.spolia.statistics.Metrics;
import org.spolia.symbolic.expression.Decimal;

/**
 * The kind of data in which laws are searched.
 *
 * @param name the prefix of the lines of results
 * @param trainRows the number of training rows
 * @param noise the standard deviation of the noise on them, divided by that of the target
 * @param threshold a law counts as found if its normalised error is below this value
 */
record Setting(String name, int trainRows, double noise, double threshold) {
    private static final double RECOVERED_FROM_NOISE = 1e-3;

    static Setting ofNoise(double noise) {
        if (noise == 0) {
            return new Setting("solve", 1000, 0, Metrics.RECOVERED);
        }
        return new Setting("solve.noise", 200, noise, RECOVERED_FROM_NOISE);
    }

    /** The setting of generated laws. */
    static Setting ofLaws(double noise, int trainRows) {
        return noise == 0
                ? new Setting("laws", trainRows, 0, Metrics.RECOVERED)
                : new Setting("laws.noise-" + Decimal.shortest(noise), trainRows, noise, RECOVERED_FROM_NOISE);
    }
}
