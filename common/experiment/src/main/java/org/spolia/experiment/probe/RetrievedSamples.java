package org.spolia.experiment.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.RetrievedSample;
import org.spolia.experiment.sample.SampleKey;
import org.spolia.statistics.Nearest;

/** A few samples of a table, and the samples that an encoder finds most similar to them. */
public final class RetrievedSamples {
    private static final int QUERIES = 3;
    private static final int ANSWERS = 5;

    private RetrievedSamples() {}

    /**
     * Returns each query with its answers, without pictures. Queries are the samples whose keys have the smallest
     * hashes, so that they are the same for all encoders of a table. Answers come from other trajectories, because
     * frames of one trajectory are similar for any encoder.
     *
     * @param samples all embeddings of the table, in any order
     */
    public static List<RetrievedSample> of(
            String experimentId, String dataset, ProbeArm arm, List<SampleVector> samples) {
        List<SampleVector> ordered = samples.stream()
                .sorted(Comparator.comparing(SampleVector::key, SampleKey.ORDER))
                .toList();
        List<RetrievedSample> rows = new ArrayList<>();
        List<SampleVector> queries = ordered.stream()
                .sorted(Comparator.comparing(sample ->
                        ContentHash.of("query").add(sample.key().inWords()).hex()))
                .limit(QUERIES)
                .toList();
        for (int query = 0; query < queries.size(); query++) {
            SampleVector wanted = queries.get(query);
            Nearest nearest = new Nearest(ANSWERS);
            for (int i = 0; i < ordered.size(); i++) {
                if (!ordered.get(i).key().subject().equals(wanted.key().subject())) {
                    nearest.offer(i, -cosine(wanted, ordered.get(i)));
                }
            }
            rows.add(row(experimentId, dataset, arm, query, 0, wanted, 1));
            for (int rank = 0; rank < nearest.count(); rank++) {
                SampleVector found = ordered.get(nearest.place(rank));
                rows.add(row(experimentId, dataset, arm, query, rank + 1, found, -nearest.distance(rank)));
            }
        }
        return rows;
    }

    /** The cosine similarity; 0 if an embedding is 0. */
    private static double cosine(SampleVector one, SampleVector other) {
        double product = 0;
        double here = 0;
        double there = 0;
        for (int i = 0; i < Math.min(one.vector().length, other.vector().length); i++) {
            product += (double) one.vector()[i] * other.vector()[i];
            here += (double) one.vector()[i] * one.vector()[i];
            there += (double) other.vector()[i] * other.vector()[i];
        }
        double lengths = Math.sqrt(here) * Math.sqrt(there);
        return lengths > 0 ? product / lengths : 0;
    }

    private static RetrievedSample row(
            String experimentId,
            String dataset,
            ProbeArm arm,
            int query,
            int place,
            SampleVector sample,
            double similarity) {
        return new RetrievedSample(
                experimentId,
                dataset,
                arm.encoderId(),
                arm.setting(),
                query,
                place,
                sample.key().file(),
                sample.key().trajectory(),
                sample.key().step(),
                sample.key().row(),
                similarity,
                null);
    }
}
