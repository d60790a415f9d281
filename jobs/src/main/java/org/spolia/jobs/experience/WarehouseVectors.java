package org.spolia.jobs.experience;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.probe.LabelledVectors;
import org.spolia.experiment.probe.ProbeTargets;
import org.spolia.experiment.problem.VectorProblem;
import org.spolia.experiment.problem.VectorRows;
import org.spolia.jobs.encoder.EmbeddedTable;
import org.spolia.jobs.encoder.EncoderSettings;
import org.spolia.jobs.sample.ProbeInputs;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** Embeddings with the targets of probes as rows of problems, with the same data as in stage probe. */
final class WarehouseVectors {
    private static final String ONE_NUMBER = "name a probe that predicts one number from one table";

    private final Warehouse warehouse;
    private final List<ProbeConfig> probes;
    private final List<EmbeddingConfig> embeddings;

    WarehouseVectors(Warehouse warehouse, ExperimentConfig config) {
        this.warehouse = warehouse;
        this.probes = config.probes();
        this.embeddings = config.embeddings();
    }

    /**
     * Returns the rows of a problem.
     *
     * @throws ExperimentException if the experiment has no such probe or encoder, or too few groups
     */
    VectorRows of(VectorProblem problem) {
        ProbeConfig probe = probe(problem);
        String table = probe.tables().get(0);
        EmbeddedTable embedded = embedded(problem, table);
        ProbeInputs inputs = new ProbeInputs(warehouse::read, Set.of(table));
        ProbeTargets targets = inputs.targets(probe, embedded.table());
        if (targets.length() > 0) {
            throw mistake(problem, "probe '" + probe.name() + "' predicts arrays", ONE_NUMBER);
        }
        LabelledVectors vectors =
                LabelledVectors.of(table, targets, inputs.vectors(embedded.arm(), table, embedded.title()));
        return vectors.split(problem.size(), problem.subset())
                .orElseThrow(() -> mistake(
                        problem,
                        "probe '" + probe.name() + "' has fewer than " + problem.size()
                                + " training groups with an embedding of " + embedded.title(),
                        "lower 'size'"));
    }

    /**
     * Returns whether some of a problem's embeddings exist.
     *
     * @throws ExperimentException if the experiment has no such probe
     */
    boolean has(VectorProblem problem) {
        Dataset<Row> encoders = warehouse
                .read(Table.ENCODERS)
                .filter(functions.col("name").equalTo(problem.vectors()))
                .select("encoder_id");
        String table = probe(problem).tables().get(0);
        EncoderSettings settings = EncoderSettings.read(warehouse);
        return entries(problem, table).stream().allMatch(entry -> settings.has(entry, table))
                && !warehouse
                        .read(Table.EMBEDDINGS)
                        .filter(functions.col("dataset").equalTo(table))
                        .join(encoders, new String[] {"encoder_id"}, "left_semi")
                        .isEmpty();
    }

    private ProbeConfig probe(VectorProblem problem) {
        List<String> names = probes.stream().map(ProbeConfig::name).toList();
        ProbeConfig probe = probes.stream()
                .filter(candidate -> candidate.name().equals(problem.probe()))
                .findFirst()
                .orElseThrow(() -> mistake(
                        problem,
                        "the experiment has no probe '" + problem.probe() + "'",
                        Suggestion.instead(problem.probe(), names)));
        if (probe.classes() || probe.predictsFrames() || probe.tables().size() > 1) {
            throw mistake(
                    problem,
                    "probe '" + probe.name() + "' predicts classes or frames, or uses several tables",
                    ONE_NUMBER);
        }
        return probe;
    }

    private List<EmbeddingConfig> entries(VectorProblem problem, String table) {
        return embeddings.stream()
                .filter(entry -> entry.tables().contains(table))
                .filter(entry -> !entry.hasSeed() || entry.seed() == problem.seed())
                .toList();
    }

    private EmbeddedTable embedded(VectorProblem problem, String table) {
        EncoderSettings settings = EncoderSettings.read(warehouse);
        List<EmbeddedTable> found = new ArrayList<>();
        for (EmbeddingConfig entry : entries(problem, table)) {
            EmbeddedTable embedded = settings.of(entry, table);
            if (embedded.arm().encoder().equals(problem.vectors())) {
                found.add(embedded);
            }
        }
        if (found.size() != 1) {
            throw mistake(
                    problem,
                    "'embeddings' has " + found.size() + " entries with encoder '" + problem.vectors() + "', seed "
                            + problem.seed() + ", of " + table,
                    "it takes one");
        }
        return found.get(0);
    }

    private static ExperimentException mistake(VectorProblem problem, String what, String remedy) {
        return new ExperimentException("Problem '" + problem.id() + "': " + what + "; " + remedy);
    }
}
