package org.spolia.bench.solve;

import org.spolia.statistics.Metrics;

/**
 * The kind of data in which laws are searched.
 *
 * @param name the prefix of the lines of results
 * @param trainRows the number of training rows
 * @param noise the standard deviation of the noise on them, divided by that of the target
 * @param threshold a law counts as found if its normalised error is below this value
 */
record Setting(String name, int trainRows, double noise, double threshold) {
    static Setting ofNoise(double noise) {
        if (noise == 0) {
            return new Setting("solve", 1000, 0, Metrics.RECOVERED);
        }
        return new Setting("solve.noise", 200, noise, 1e-3);
    }
}
