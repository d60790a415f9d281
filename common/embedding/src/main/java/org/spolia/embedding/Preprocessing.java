package org.spolia.embedding;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the values of a sample before a model sees them.
 *
 * @param kind none; standardise: less the mean and over the standard deviation that are given for each channel, or once
 * for all; revin: less the mean and over the standard deviation (as a population, plus 1e-7) of each channel of the
 * sample itself
 * @param mean of each channel, or one for all; empty unless the kind is standardise
 * @param std of each channel, or one for all; empty unless the kind is standardise
 */
public record Preprocessing(
        Kind kind, @Nullable List<Double> mean, @Nullable List<Double> std) implements Serializable {
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

    /** Whether samples with so many channels can be prepared. */
    boolean takes(int channels) {
        return kind != Kind.STANDARDISE || means().size() == 1 || means().size() == channels;
    }

    /** Prepares one sample where it lies. */
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
