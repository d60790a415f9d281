package org.spolia.jobs.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.configuration.probe.ProbeHead;
import org.spolia.experiment.probe.LabelledVectors;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.experiment.probe.ProbeTargets;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.jobs.encoder.EmbeddedTable;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.Warehouse;

/**
 * Training of encoders and of heads by gradient descent for the targets of probes: a Spark task for each encoder,
 * subset and probe. Samples are read once for all encoders with the same input.
 */
final class ProbeTraining {
    private final Warehouse warehouse;
    private final Summary summary;
    private final JavaSparkContext context;
    private final BiFunction<ProbeConfig, String, ProbeTargets> targets;
    private final Map<String, SampleWindows> windows = new HashMap<>();
    private final Map<String, Broadcast<LabelledVectors>> labelled = new LinkedHashMap<>();
    private final Map<String, Broadcast<EncoderBundle>> bundles = new LinkedHashMap<>();
    private final List<LearningTask.Work> work = new ArrayList<>();

    /**
     * Creates an empty instance.
     *
     * @param targets returns the targets of a probe in a table
     */
    ProbeTraining(
            Warehouse warehouse,
            Summary summary,
            JavaSparkContext context,
            BiFunction<ProbeConfig, String, ProbeTargets> targets) {
        this.warehouse = warehouse;
        this.summary = summary;
        this.context = context;
        this.targets = targets;
    }

    /**
     * Adds the training that a probe requests.
     *
     * @param name the name of the training table
     * @param arms the encoders of the tables of the probe, by table name
     * @throws ExperimentException if the table has no embeddings by an encoder that the probe names
     */
    void add(ProbeConfig probe, String name, Map<String, Map<ProbeArm, EmbeddedTable>> arms) {
        TreeSet<String> missing = new TreeSet<>(probe.fineTuning().encoders());
        arms.getOrDefault(name, Map.of()).forEach((arm, embedded) -> {
            if (!probe.asks(embedded.config())) {
                return;
            }
            if (probe.fineTuning().encoders().contains(arm.encoder())) {
                missing.remove(arm.encoder());
                add(probe, name, arm, arms, probe.predictsFrames() ? Learning.OfFrames::new : Learning.EndToEnd::new);
            }
            // Other encoders have no places.
            if (probe.heads().contains(ProbeHead.ATTENTIVE) && embedded.config().hasSeed()) {
                add(probe, name, arm, arms, Learning.Attentive::new);
            }
        });
        if (!missing.isEmpty()) {
            throw new ExperimentException("Probe '" + probe.name() + "': no entry of 'embeddings' has encoder '"
                    + missing.first() + "' of " + name + " for 'fine-tuning'; add one, or remove the name");
        }
    }

    private void add(
            ProbeConfig probe,
            String name,
            ProbeArm arm,
            Map<String, Map<ProbeArm, EmbeddedTable>> arms,
            BiFunction<Broadcast<EncoderBundle>, SampleShape, Learning> learning) {
        Broadcast<LabelledVectors> learned = labelled(probe, name, arm, arms);
        List<Broadcast<LabelledVectors>> others = probe.shifted().tables().stream()
                .map(other -> labelled(probe, other, arm, arms))
                .toList();
        EmbeddedTable embedded = stage(name, arm, arms);
        Broadcast<EncoderBundle> bundle =
                bundles.computeIfAbsent(arm.encoderId(), id -> context.broadcast(embedded.bundle(warehouse)));
        SampleShape shape = windows(probe, name, arm, embedded).shape();
        work.addAll(work(probe, arm, learning.apply(bundle, shape), learned, others));
    }

    /** Returns the work for each subset. */
    private static List<LearningTask.Work> work(
            ProbeConfig probe,
            ProbeArm arm,
            Learning learning,
            Broadcast<LabelledVectors> learned,
            List<Broadcast<LabelledVectors>> others) {
        List<LearningTask.Work> work = new ArrayList<>();
        // The largest first, so that they do not run last and alone on one core.
        for (int i = probe.sizes().size() - 1; i >= 0; i--) {
            for (long seed : probe.seeds()) {
                ProbeConfig subset = probe.of(probe.sizes().get(i), seed);
                work.add(new LearningTask.Work(subset, arm, learning, learned, others));
            }
        }
        return work;
    }

    /** The scores of heads that are trained on embeddings. The embeddings are not stored. */
    static List<ProbeScore> ofVectors(
            JavaSparkContext context,
            LearningTask task,
            ProbeConfig probe,
            ProbeArm arm,
            LabelledVectors learned,
            List<LabelledVectors> others) {
        Broadcast<LabelledVectors> vectors = context.broadcast(learned);
        List<Broadcast<LabelledVectors>> scored =
                others.stream().map(context::broadcast).toList();
        try {
            List<LearningTask.Work> work = work(probe, arm, new Learning.OfVectors(), vectors, scored);
            return context.parallelize(work, work.size()).flatMap(task).collect();
        } finally {
            vectors.destroy();
            scored.forEach(Broadcast::destroy);
        }
    }

    private static EmbeddedTable stage(String name, ProbeArm arm, Map<String, Map<ProbeArm, EmbeddedTable>> arms) {
        EmbeddedTable embedded = arms.getOrDefault(name, Map.of()).get(arm);
        if (embedded == null) {
            throw new IllegalStateException("Nothing embeds " + name + " by " + arm);
        }
        return embedded;
    }

    private SampleWindows windows(ProbeConfig probe, String name, ProbeArm arm, EmbeddedTable embedded) {
        return windows.computeIfAbsent(
                name + " " + arm.setting() + (probe.predictsFrames() ? " frames" : ""),
                key -> probe.predictsFrames()
                        ? SampleWindows.frames(summary, embedded.table(), embedded.config(), name)
                        : SampleWindows.read(summary, embedded.table(), embedded.config(), name));
    }

    private Broadcast<LabelledVectors> labelled(
            ProbeConfig probe, String name, ProbeArm arm, Map<String, Map<ProbeArm, EmbeddedTable>> arms) {
        return labelled.computeIfAbsent(
                String.join(" ", probe.name(), name, arm.setting()),
                key -> context.broadcast(LabelledVectors.of(
                        name,
                        targets.apply(probe, name),
                        windows(probe, name, arm, stage(name, arm, arms)).samples())));
    }

    /** The scores of everything that was added. */
    List<ProbeScore> scores(String experimentId, String experiment) {
        try {
            return work.isEmpty()
                    ? List.of()
                    : context.parallelize(work, work.size())
                            .flatMap(new LearningTask(experimentId, experiment))
                            .collect();
        } finally {
            labelled.values().forEach(Broadcast::destroy);
            bundles.values().forEach(Broadcast::destroy);
        }
    }
}
