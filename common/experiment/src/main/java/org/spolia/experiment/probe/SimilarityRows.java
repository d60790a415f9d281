package org.spolia.experiment.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.EncoderSimilarity;
import org.spolia.experiment.sample.SampleKey;
import org.spolia.statistics.representation.Representation;

/**
 * Compares the embeddings of one table by several encoders. {@value #MOST_SAMPLES} samples of each encoder are kept,
 * those whose keys have the smallest hashes, so that encoders of the same samples keep the same ones.
 */
public final class SimilarityRows {
    private static final int MOST_SAMPLES = 1000;

    /** The number of neighbours that two encoders should agree on (Huh et al., ICML 2024). */
    private static final int NEIGHBOURS = 10;

    private static final int LEAST_SAMPLES = NEIGHBOURS + 2;

    private final String experimentId;
    private final String dataset;
    private final List<Kept> arms = new ArrayList<>();

    private SimilarityRows(String experimentId, String dataset) {
        this.experimentId = experimentId;
        this.dataset = dataset;
    }

    /** Creates a comparison without encoders. */
    public static SimilarityRows of(String experimentId, String dataset) {
        return new SimilarityRows(experimentId, dataset);
    }

    /** Adds the embeddings of an encoder, in any order. */
    public void add(ProbeArm arm, List<SampleVector> samples) {
        record Drawn(String hash, SampleVector sample) {}

        List<Drawn> drawn = new ArrayList<>();
        samples.forEach(sample -> drawn.add(
                new Drawn(ContentHash.of("sample").add(sample.key().inWords()).hex(), sample)));
        drawn.sort(Comparator.comparing(Drawn::hash));
        arms.add(Kept.of(
                arm, drawn.stream().limit(MOST_SAMPLES).map(Drawn::sample).toList()));
    }

    /** Returns the measures of each encoder, and of each pair of encoders. */
    public List<EncoderSimilarity> rows() {
        List<EncoderSimilarity> rows = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            Kept arm = arms.get(i);
            rows.add(alone(arm, EncoderSimilarity.INTRINSIC_DIMENSION, Representation::intrinsicDimension));
            rows.add(alone(arm, EncoderSimilarity.PARTICIPATION_RATIO, Representation::participationRatio));
            for (Kept other : arms.subList(i + 1, arms.size())) {
                rows.addAll(together(arm, other));
            }
        }
        return rows;
    }

    private EncoderSimilarity alone(Kept arm, String metric, ToDoubleFunction<Representation> measure) {
        Optional<String> problem = arm.problem(arm.samples.size());
        double value = problem.isPresent() ? Double.NaN : measure.applyAsDouble(arm.representation());
        return row(arm.arm, null, metric, value, arm.samples.size(), problem);
    }

    private List<EncoderSimilarity> together(Kept arm, Kept other) {
        List<SampleKey> common =
                arm.keys.stream().filter(other.byKey::containsKey).toList();
        Optional<String> problem = arm.problem(common.size()).or(() -> other.problem(common.size()));
        if (problem.isPresent()) {
            return List.of(
                    row(arm.arm, other.arm, EncoderSimilarity.CKA, Double.NaN, common.size(), problem),
                    row(arm.arm, other.arm, EncoderSimilarity.MUTUAL_NEIGHBOURS, Double.NaN, common.size(), problem));
        }
        Representation here = arm.of(common);
        Representation there = other.of(common);
        return List.of(
                row(
                        arm.arm,
                        other.arm,
                        EncoderSimilarity.CKA,
                        here.centredKernelAlignment(there),
                        common.size(),
                        problem),
                row(
                        arm.arm,
                        other.arm,
                        EncoderSimilarity.MUTUAL_NEIGHBOURS,
                        here.mutualNeighbours(there, NEIGHBOURS),
                        common.size(),
                        problem));
    }

    private EncoderSimilarity row(
            ProbeArm arm,
            @Nullable ProbeArm other,
            String metric,
            double value,
            int samples,
            Optional<String> problem) {
        boolean exists = Double.isFinite(value);
        return new EncoderSimilarity(
                experimentId,
                dataset,
                arm.encoderId(),
                arm.setting(),
                other == null ? null : other.encoderId(),
                other == null ? null : other.setting(),
                metric,
                exists ? (Double) value : null,
                samples,
                exists ? null : problem.orElse("the vectors hardly differ from each other"));
    }

    /** The samples of an encoder that are compared. */
    private static final class Kept {
        private final ProbeArm arm;
        private final List<SampleVector> samples;
        private final List<SampleKey> keys;
        private final Map<SampleKey, SampleVector> byKey = new HashMap<>();
        private @Nullable Representation whole;

        private Kept(ProbeArm arm, List<SampleVector> samples) {
            this.arm = arm;
            this.samples = samples;
            this.keys = samples.stream().map(SampleVector::key).toList();
        }

        static Kept of(ProbeArm arm, List<SampleVector> samples) {
            Kept kept = new Kept(arm, samples);
            samples.forEach(sample -> kept.byKey.put(sample.key(), sample));
            return kept;
        }

        Optional<String> problem(int count) {
            if (count < LEAST_SAMPLES) {
                return Optional.of("there are " + count + " samples, and it takes " + LEAST_SAMPLES);
            }
            boolean mixed = samples.stream()
                    .anyMatch(sample -> sample.vector().length != samples.get(0).vector().length);
            return mixed ? Optional.of("vectors differ in length; embed on one grid") : Optional.empty();
        }

        Representation representation() {
            Representation made = whole;
            if (made == null) {
                made = made(keys);
                whole = made;
            }
            return made;
        }

        Representation of(List<SampleKey> wanted) {
            return wanted.equals(keys) ? representation() : made(wanted);
        }

        private Representation made(List<SampleKey> wanted) {
            return Representation.of(wanted.stream()
                    .map(key -> Objects.requireNonNull(byKey.get(key)).numbers())
                    .toArray(double[][]::new));
        }
    }
}
