package org.spolia.bench.solve;

import org.spolia.statistics.Metrics;

/**
 * The kind of data that laws are to be found from.
 *
 * @param name what the lines of the results begin with
 * @param trainRows rows that a contender sees
 * @param noise standard deviation of the noise on them, as a share of the target's own
 * @param threshold below this error, in units of the target's variance, a law counts as found
 */
record Setting(String name, int trainRows, double noise, double threshold) {
    static Setting ofNoise(double noise) {
        if (noise == 0) {
            return new Setting("solve", 1000, 0, Metrics.RECOVERED);
        }
        return new Setting("solve.noise", 200, noise, 1e-3);
    }
}
