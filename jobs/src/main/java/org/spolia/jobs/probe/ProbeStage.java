package org.spolia.jobs.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.configuration.probe.ProbeHead;
import org.spolia.experiment.probe.Concatenation;
import org.spolia.experiment.probe.LabelledVectors;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.experiment.probe.ProbeScores;
import org.spolia.experiment.probe.ProbeTargets;
import org.spolia.experiment.probe.SampleVector;
import org.spolia.experiment.probe.SimilarityRows;
import org.spolia.experiment.row.EncoderSimilarity;
import org.spolia.experiment.row.ExperimentVersion;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.experiment.row.RetrievedSample;
import org.spolia.jobs.encoder.EmbeddedTable;
import org.spolia.jobs.encoder.EncoderSettings;
import org.spolia.jobs.sample.ProbeInputs;
import org.spolia.jobs.stage.VersionOrder;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * {@code probe}: trains heads on frozen embeddings, and fine-tunes encoders. The driver holds the embeddings of one
 * encoder and table at a time, together with the tables that it is also scored on.
 */
public final class ProbeStage {
    private final Warehouse warehouse;
    private final String experiment;
    private final String experimentId;
    private final List<ProbeConfig> probes;
    private final JavaSparkContext context;
    private final Map<String, ShardTable> tables = new LinkedHashMap<>();
    /** The encoders to compare, as entries of the configuration, by table. */
    private final Map<String, Map<ProbeArm, EmbeddedTable>> arms = new LinkedHashMap<>();

    private final Map<String, ProbeTargets> targets = new LinkedHashMap<>();

    private ProbeStage(Warehouse warehouse, String experiment, List<ProbeConfig> probes) {
        this.warehouse = warehouse;
        this.experiment = experiment;
        this.probes = probes;
        this.context = JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
        this.experimentId = ExperimentConfig.probesId(experiment, probes);
    }

    /**
     * Replaces the rows of an experiment.
     *
     * @param experiment its name
     * @param embeddings the encoders to compare
     * @return whether there was anything to do
     * @throws ExperimentException if embeddings or a column are missing, or embeddings do not fit into memory
     */
    public static boolean run(
            Warehouse warehouse, String experiment, List<ProbeConfig> probes, List<EmbeddingConfig> embeddings) {
        ProbeStage stage = new ProbeStage(warehouse, experiment, probes);
        stage.find(embeddings);
        Summary summary =
                Summary.of(warehouse, ProbeDefinition.INFO, stage.experimentId, stage.tables.values(), stage.choices());
        List<Table> lacking = summary.lacking();
        if (!lacking.isEmpty()) {
            stage.work(summary, lacking);
        }
        VersionOrder.makeLatest(warehouse, ExperimentVersion.PROBES, experiment, stage.experimentId);
        return !lacking.isEmpty();
    }

    private void find(List<EmbeddingConfig> embeddings) {
        EncoderSettings settings = EncoderSettings.read(warehouse);
        Set<String> names = new LinkedHashSet<>();
        probes.forEach(probe -> {
            names.addAll(probe.tables());
            names.addAll(probe.shifted().tables());
        });
        for (String name : names) {
            Map<ProbeArm, EmbeddedTable> ofTable = arms.computeIfAbsent(name, table -> new LinkedHashMap<>());
            for (EmbeddingConfig embedding : embeddings) {
                if (embedding.tables().contains(name)) {
                    EmbeddedTable embedded = settings.of(embedding, name);
                    tables.put(name, embedded.table());
                    ofTable.putIfAbsent(embedded.arm(), embedded);
                }
            }
        }
    }

    private List<String> choices() {
        return arms.entrySet().stream()
                .flatMap(table -> table.getValue().keySet().stream()
                        .flatMap(arm -> Stream.of(table.getKey(), arm.encoderId(), arm.setting())))
                .toList();
    }

    private void work(Summary summary, List<Table> lacking) {
        ProbeInputs inputs = new ProbeInputs(summary::read, tables.keySet());
        List<ProbeScore> scores = new ArrayList<>();
        List<EncoderSimilarity> similarities = new ArrayList<>();
        List<RetrievedSample> retrieved = new ArrayList<>();
        Set<String> learned = new LinkedHashSet<>();
        probes.forEach(probe -> learned.addAll(probe.tables()));
        for (String name : learned) {
            SimilarityRows similarity = SimilarityRows.of(experimentId, name);
            List<ProbeConfig> asked = probes.stream()
                    .filter(probe -> probe.tables().contains(name) && !probe.predictsFrames())
                    .toList();
            boolean searched = asked.stream().anyMatch(probe -> probe.heads().contains(ProbeHead.RETRIEVAL));
            AlikeSamples alike = new AlikeSamples(experimentId, name);
            arms.getOrDefault(name, Map.of()).forEach((arm, embedded) -> {
                List<SampleVector> vectors = inputs.vectors(arm, name, embedded.title());
                similarity.add(arm, vectors);
                if (searched) {
                    alike.add(embedded, vectors);
                }
                asked.stream()
                        .filter(probe -> probe.asks(embedded.config()))
                        .forEach(probe -> scores.addAll(scores(inputs, probe, name, List.of(arm), vectors)));
            });
            for (ProbeConfig probe : asked) {
                for (List<ProbeArm> parts : ConcatenatedArms.of(probe, name, asked(probe, name))) {
                    scores.addAll(scores(inputs, probe, name, parts, vectors(inputs, probe, name, parts)));
                }
            }
            similarities.addAll(similarity.rows());
            retrieved.addAll(alike.rows(summary));
        }
        scores.addAll(trained(summary, inputs));
        Map<Table, List<? extends Record>> rows = Map.of(
                Table.PROBE_SCORES, scores, Table.ENCODER_SIMILARITY, similarities, Table.RETRIEVED_SAMPLES, retrieved);
        lacking.forEach(output -> summary.replace(output, rows.getOrDefault(output, List.of())));
    }

    private List<ProbeScore> trained(Summary summary, ProbeInputs inputs) {
        ProbeTraining training =
                new ProbeTraining(warehouse, summary, context, (probe, name) -> targets(inputs, probe, name));
        for (ProbeConfig probe : probes) {
            if (probe.fineTuning().isWanted() || probe.heads().contains(ProbeHead.ATTENTIVE)) {
                probe.tables().forEach(name -> training.add(probe, name, arms));
            }
        }
        return training.scores(experimentId, experiment);
    }

    /** The encoders of a table that a probe uses. */
    private Map<ProbeArm, EmbeddedTable> asked(ProbeConfig probe, String name) {
        Map<ProbeArm, EmbeddedTable> asked = new LinkedHashMap<>(arms.getOrDefault(name, Map.of()));
        asked.values().removeIf(embedded -> !probe.asks(embedded.config()));
        return asked;
    }

    /** The scores of an encoder, or of a concatenation of several. */
    private List<ProbeScore> scores(
            ProbeInputs inputs, ProbeConfig probe, String name, List<ProbeArm> parts, List<SampleVector> vectors) {
        List<LabelledVectors> others = new ArrayList<>();
        for (String other : probe.shifted().tables()) {
            others.add(LabelledVectors.of(other, targets(inputs, probe, other), vectors(inputs, probe, other, parts)));
        }
        ProbeArm arm = Concatenation.arm(parts);
        LabelledVectors learned = LabelledVectors.of(name, targets(inputs, probe, name), vectors);
        List<ProbeScore> scores =
                new ArrayList<>(ProbeScores.of(experimentId, experiment, probe, arm, learned, others));
        if (probe.heads().contains(ProbeHead.MLP)) {
            LearningTask task = new LearningTask(experimentId, experiment);
            scores.addAll(ProbeTraining.ofVectors(context, task, probe, arm, learned, others));
        }
        return scores;
    }

    private List<SampleVector> vectors(ProbeInputs inputs, ProbeConfig probe, String name, List<ProbeArm> parts) {
        List<List<SampleVector>> vectors = new ArrayList<>();
        for (ProbeArm arm : parts) {
            EmbeddedTable embedded = arms.getOrDefault(name, Map.of()).get(arm);
            if (embedded == null) {
                throw new ExperimentException("Probe '" + probe.name() + "': encoders have other channels of " + name
                        + " than '" + arm.setting() + "'; name the same 'input-cols' for all of its tables");
            }
            vectors.add(inputs.vectors(arm, name, embedded.title()));
        }
        return Concatenation.vectors(vectors);
    }

    private ProbeTargets targets(ProbeInputs inputs, ProbeConfig probe, String name) {
        ShardTable table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("Nothing embeds " + name);
        }
        return targets.computeIfAbsent(probe.name() + " " + name, key -> inputs.targets(probe, table));
    }
}
