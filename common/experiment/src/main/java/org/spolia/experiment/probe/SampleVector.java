package org.spolia.experiment.probe;

import java.io.Serializable;
import java.util.Arrays;
import org.spolia.experiment.sample.SampleKey;

/**
 * The embedding of a sample.
 *
 * @param vector finite
 */
@SuppressWarnings("ArrayRecordComponent")
public record SampleVector(SampleKey key, float[] vector) implements Serializable {
    /** Returns the same sample with the numbers of another embedding appended. */
    SampleVector followedBy(SampleVector other) {
        float[] both = Arrays.copyOf(vector, vector.length + other.vector.length);
        System.arraycopy(other.vector, 0, both, vector.length, other.vector.length);
        return new SampleVector(key, both);
    }

    double[] numbers() {
        double[] numbers = new double[vector.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = vector[i];
        }
        return numbers;
    }
}
