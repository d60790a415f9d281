package org.spolia.experiment.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spolia.experiment.sample.SampleKey;

/** The embeddings of several encoders, concatenated, as those of one encoder. */
public final class Concatenation {
    private static final String AND = " + ";

    private Concatenation() {}

    /**
     * Returns the arm of a comparison.
     *
     * @param parts at least one; all see the same frames
     */
    public static ProbeArm arm(List<ProbeArm> parts) {
        ProbeArm first = parts.get(0);
        return new ProbeArm(
                joined(parts, ProbeArm::encoderId, "+"),
                joined(parts, ProbeArm::encoder, AND),
                joined(parts, ProbeArm::setting, AND),
                first.frames(),
                first.stride());
    }

    private static String joined(List<ProbeArm> parts, Function<ProbeArm, String> word, String between) {
        return parts.stream().map(word).distinct().collect(Collectors.joining(between));
    }

    /**
     * Returns the samples with an embedding of each encoder.
     *
     * @param parts the embeddings of each encoder, in any order
     */
    public static List<SampleVector> vectors(List<List<SampleVector>> parts) {
        List<SampleVector> joined = parts.get(0);
        for (List<SampleVector> part : parts.subList(1, parts.size())) {
            Map<SampleKey, SampleVector> byKey = new HashMap<>();
            part.forEach(sample -> byKey.put(sample.key(), sample));
            joined = joined.stream()
                    .flatMap(sample -> Optional.ofNullable(byKey.get(sample.key())).map(sample::followedBy).stream())
                    .toList();
        }
        return joined;
    }
}
