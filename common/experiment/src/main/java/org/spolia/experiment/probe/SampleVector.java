package org.spolia.experiment.probe;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What an encoder made of a sample.
 *
 * @param file in the data set
 * @param trajectory null for objects of a survey
 * @param step of the first frame; null for objects of a survey
 * @param row null for simulations
 * @param vector finite
 */
@SuppressWarnings("ArrayRecordComponent")
public record SampleVector(
        String file,
        @Nullable Integer trajectory,
        @Nullable Integer step,
        @Nullable Long row,
        float[] vector) implements Serializable {
    /** By place in the data set. */
    static final Comparator<SampleVector> ORDER = Comparator.comparing(SampleVector::file)
            .thenComparingInt(sample -> orFirst(sample.trajectory))
            .thenComparingInt(sample -> orFirst(sample.step))
            .thenComparingLong(sample -> sample.row == null ? -1 : sample.row);

    private static int orFirst(@Nullable Integer number) {
        return number == null ? -1 : number;
    }

    /** The run or object, which has one target. */
    String key() {
        return key(file, trajectory, row);
    }

    static String key(String file, @Nullable Integer trajectory, @Nullable Long row) {
        return trajectory == null ? file + " row " + row : file + " trajectory " + trajectory;
    }

    /** The sample itself. */
    String place() {
        return step == null ? key() : key() + " step " + step;
    }

    /** The same sample with the numbers of another vector after its own. */
    SampleVector followedBy(SampleVector other) {
        float[] both = Arrays.copyOf(vector, vector.length + other.vector.length);
        System.arraycopy(other.vector, 0, both, vector.length, other.vector.length);
        return new SampleVector(file, trajectory, step, row, both);
    }

    double[] numbers() {
        double[] numbers = new double[vector.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = vector[i];
        }
        return numbers;
    }
}
