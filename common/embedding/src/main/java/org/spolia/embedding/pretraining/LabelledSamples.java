package org.spolia.embedding.pretraining;

import java.util.ArrayList;
import java.util.List;
import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.SampleShape;

/**
 * Samples and what is known of them.
 *
 * @param shape of each sample
 * @param samples prepared as an encoder is given them
 * @param labels a number for each, or a class by its number
 * @param classes how many there are; 0 if labels are numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelledSamples(SampleShape shape, List<float[]> samples, double[] labels, int classes) {
    public LabelledSamples {
        samples = List.copyOf(samples);
        if (samples.size() != labels.length || samples.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are " + samples.size() + " samples and " + labels.length + " labels; each has one");
        }
    }

    /** Samples as they are, in row-major order, which are left so. */
    public static LabelledSamples of(SampleShape shape, List<float[]> values, double[] labels, int classes) {
        return new LabelledSamples(shape, prepared(shape, values), labels, classes);
    }

    static List<float[]> prepared(SampleShape shape, List<float[]> values) {
        List<float[]> prepared = new ArrayList<>();
        for (float[] sample : values) {
            float[] copy = sample.clone();
            Preprocessing.REVIN.apply(copy, 0, shape);
            prepared.add(copy);
        }
        return prepared;
    }

    /** Those at these places. */
    LabelledSamples at(int[] places) {
        List<float[]> some = new ArrayList<>();
        double[] theirs = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            some.add(samples.get(places[i]));
            theirs[i] = labels[places[i]];
        }
        return new LabelledSamples(shape, some, theirs, classes);
    }

    /** What a model gives for each: a number, or one for each class. */
    int outputs() {
        return classes == 0 ? 1 : classes;
    }

    /** The values of samples, one after the other. */
    static float[] joined(SampleShape shape, List<float[]> samples) {
        float[] all = new float[Math.multiplyExact(samples.size(), shape.values())];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.get(i), 0, all, i * shape.values(), shape.values());
        }
        return all;
    }
}
