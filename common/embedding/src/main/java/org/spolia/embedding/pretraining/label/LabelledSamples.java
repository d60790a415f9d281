package org.spolia.embedding.pretraining.label;

import java.util.ArrayList;
import java.util.List;

/**
 * Samples and their labels.
 *
 * @param samples samples or embeddings, all of one length
 * @param labels a number for each, or a class by its number
 * @param classes the number of classes; 0 if labels are numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelledSamples(List<float[]> samples, double[] labels, int classes) {
    public LabelledSamples {
        samples = List.copyOf(samples);
        if (samples.size() != labels.length || samples.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are " + samples.size() + " samples and " + labels.length + " labels; each has one");
        }
    }

    /** Returns the samples at these indices. */
    LabelledSamples at(int[] places) {
        List<float[]> some = new ArrayList<>();
        double[] theirs = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            some.add(samples.get(places[i]));
            theirs[i] = labels[places[i]];
        }
        return new LabelledSamples(some, theirs, classes);
    }

    /** The number of outputs of a model for each: one number, or one for each class. */
    int outputs() {
        return classes == 0 ? 1 : classes;
    }

    /** Returns the values of samples, one after another. */
    static float[] joined(List<float[]> samples) {
        int length = samples.get(0).length;
        float[] all = new float[Math.multiplyExact(samples.size(), length)];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.get(i), 0, all, i * length, length);
        }
        return all;
    }
}
