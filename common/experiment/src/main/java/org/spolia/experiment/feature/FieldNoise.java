package org.spolia.experiment.feature;

import java.util.HashMap;
import java.util.Map;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.CounterRandom;
import org.spolia.statistics.Moments;

/** Normal noise on the values of fields. Each deviate depends only on seed, file, trajectory, field and point. */
final class FieldNoise {
    private FieldNoise() {}

    /** Returns the fields with noise whose standard deviation is this share of their own over the whole trajectory. */
    static Map<String, double[]> addedTo(
            Map<String, double[]> fields, double share, long seed, String file, int trajectory) {
        Map<String, double[]> noisy = new HashMap<>();
        fields.forEach((name, values) -> {
            CounterRandom random = CounterRandom.of(ContentHash.of("field noise")
                    .add(seed)
                    .add(file)
                    .add(trajectory)
                    .add(name));
            double scale = share * Moments.populationDeviation(values);
            double[] added = new double[values.length];
            for (int point = 0; point < added.length; point++) {
                added[point] = values[point] + scale * random.normal(point);
            }
            noisy.put(name, added);
        });
        return noisy;
    }
}
