package org.spolia.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.token.Codec;
import org.spolia.embedding.token.Tokeniser;

/**
 * Distributes the values of a sample over the inputs of a model: a single input gets all values, several inputs get as
 * many as their only axis has, in order.
 */
record ModelInputs(List<InputSpec> specs) {
    /** The bits of infinity; those of NaN are greater. */
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    /**
     * A part of a batch for one input.
     *
     * @param axes the axes of the tensor, the batch first
     * @param from the index of its first value in a sample
     * @param length the number of its values in a sample
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(InputSpec spec, long[] axes, int from, int length) {}

    /**
     * Checks that values can be distributed.
     *
     * @throws BundleException if they cannot; the message has the problem
     */
    static void require(List<InputSpec> specs, @Nullable Tokeniser tokens, Preprocessing preprocessing) {
        boolean whole = specs.stream().anyMatch(InputSpec::isWhole);
        if (specs.isEmpty()) {
            throw new BundleException("inputs are []; there must be one or more");
        }
        if (specs.size() > 1 && specs.stream().anyMatch(spec -> spec.length().isEmpty())) {
            throw new BundleException("inputs are " + specs
                    + "; where there are several, each must be the batch and one axis " + "whose length is given");
        }
        if (whole && preprocessing.kind() != Preprocessing.Kind.NONE) {
            throw new BundleException(
                    "preprocessing of whole numbers is " + preprocessing.kind() + "; it must be none");
        }
        if (tokens != null && !specs.stream().allMatch(InputSpec::isWhole)) {
            throw new BundleException(
                    "inputs are " + specs + "; tokens are whole numbers, so they must be of type int64");
        }
        if (tokens != null && !lengths(tokens).equals(lengths(specs))) {
            throw new BundleException("inputs are " + specs + ", and there are " + lengths(tokens) + " tokens of "
                    + tokens.names() + "; correct one of them");
        }
    }

    private static List<Integer> lengths(List<InputSpec> specs) {
        return specs.stream().map(spec -> spec.length().orElse(0)).toList();
    }

    private static List<Integer> lengths(Tokeniser tokens) {
        return tokens.numbering() == Tokeniser.Numbering.JOINT
                ? List.of(tokens.tokens())
                : tokens.codecs().stream().map(Codec::tokens).toList();
    }

    /** Returns the part of a batch of such samples for each input; empty if they do not fit. */
    Optional<List<Part>> parts(SampleShape sample, int batch) {
        if (specs.size() == 1) {
            InputSpec only = specs.get(0);
            return only.axes(sample, batch).map(axes -> List.of(new Part(only, axes, 0, sample.values())));
        }
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (InputSpec spec : specs) {
            int length = spec.length().orElseThrow();
            parts.add(new Part(spec, new long[] {batch, length}, from, length));
            from += length;
        }
        return from == sample.values() ? Optional.of(parts) : Optional.empty();
    }

    /**
     * Returns the problem of the values of a sample, if there is one. They must be integers if an input takes integers.
     */
    Optional<String> problem(float[] sample) {
        boolean whole = specs.stream().anyMatch(InputSpec::isWhole);
        return whole || !areFinite(sample) ? problem(sample, whole) : Optional.empty();
    }

    /** Without a branch for each value, which took a thirteenth of the time of a small model. */
    private static boolean areFinite(float[] sample) {
        int largest = 0;
        for (float value : sample) {
            largest = Math.max(largest, Float.floatToRawIntBits(value) & Integer.MAX_VALUE);
        }
        return largest < INFINITY;
    }

    private static Optional<String> problem(float[] sample, boolean whole) {
        for (int i = 0; i < sample.length; i++) {
            if (!Float.isFinite(sample[i])) {
                return Optional.of("value " + i + " of the sample is " + sample[i]);
            }
            if (whole && sample[i] != Math.rint(sample[i])) {
                return Optional.of(
                        "value " + i + " of the sample is " + sample[i] + ", and the encoder takes whole numbers");
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return String.join(", ", specs.stream().map(String::valueOf).toList());
    }
}
