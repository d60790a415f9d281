package org.spolia.embedding;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The preparation of the values of a sample for a model.
 *
 * @param kind none; standardise: less the given mean and divided by the given standard deviation of each channel, or of
 * all; revin: less the mean and divided by the population standard deviation (plus 1e-7) of each channel of the sample
 * itself
 * @param mean the mean of each channel, or one for all; empty unless the kind is standardise
 * @param std the standard deviation of each channel, or one for all; empty unless the kind is standardise
 */
public record Preprocessing(
        Kind kind, @Nullable List<Double> mean, @Nullable List<Double> std) implements Serializable {
    /** What is done to the values of a channel before the model gets them. */
    public enum Kind {
        NONE,
        STANDARDISE,
        REVIN
    }

    public static final Preprocessing NONE = new Preprocessing(Kind.NONE, null, null);
    public static final Preprocessing REVIN = new Preprocessing(Kind.REVIN, null, null);

    public Preprocessing {
        Manifest.require(kind, "preprocessing.kind");
        mean = mean == null ? List.of() : List.copyOf(mean);
        std = std == null ? List.of() : List.copyOf(std);
        boolean given = kind == Kind.STANDARDISE;
        if (mean.isEmpty() == given || mean.size() != std.size()) {
            throw new BundleException("preprocessing has " + mean.size() + " means and " + std.size()
                    + " standard deviations; standardise needs as many of both, and the other kinds none");
        }
        if (!mean.stream().allMatch(Double::isFinite) || !std.stream().allMatch(value -> value > 0 && value < 1e300)) {
            throw new BundleException("preprocessing has means " + mean + " and standard deviations " + std
                    + "; they must be finite, and the latter above 0");
        }
    }

    /** Returns whether samples with {@code channels} channels can be prepared. */
    boolean takes(int channels) {
        return kind != Kind.STANDARDISE || means().size() == 1 || means().size() == channels;
    }

    /** Prepares one sample in place. */
    public void apply(float[] values, int from, SampleShape shape) {
        int length = shape.valuesOfChannel();
        for (int channel = 0; channel < shape.channels(); channel++) {
            int start = from + channel * length;
            switch (kind) {
                case NONE -> {}
                case STANDARDISE ->
                    new ChannelScale(of(means(), channel), of(deviations(), channel)).apply(values, start, length);
                case REVIN -> ChannelScale.of(values, start, length).apply(values, start, length);
            }
        }
    }

    private List<Double> means() {
        return mean == null ? List.of() : mean;
    }

    private List<Double> deviations() {
        return std == null ? List.of() : std;
    }

    private static double of(List<Double> values, int channel) {
        return values.get(values.size() == 1 ? 0 : channel);
    }
}
