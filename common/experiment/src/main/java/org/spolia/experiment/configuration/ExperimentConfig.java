package org.spolia.experiment.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.configuration.data.DataConfig;
import org.spolia.experiment.configuration.data.MatchConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.experiment.configuration.operator.ComplexityPrior;
import org.spolia.experiment.configuration.operator.LearnedOperators;
import org.spolia.experiment.configuration.operator.ListedOperators;
import org.spolia.experiment.configuration.operator.OperatorDesign;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.configuration.search.SearchConfig;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.problem.Problem;
import org.spolia.experiment.problem.VectorProblem;

/**
 * An experiment with all references of its file resolved: the problems of its catalogue, and the operator sets of its
 * files and designs, each once. Measured rows are read only when the data of their problem are requested.
 */
public record ExperimentConfig(
        String name,
        String description,
        List<String> stages,
        List<ShardConfig> shards,
        List<MatchConfig> matches,
        List<PretrainingConfig> pretraining,
        List<EmbeddingConfig> embeddings,
        List<ProbeConfig> probes,
        List<CataloguedProblem> problems,
        DataConfig data,
        List<LearnedVariables> learnedVariables,
        List<ListedOperators> operatorSets,
        List<OperatorDesign> designs,
        List<LearnedOperators> learnedSets,
        SearchConfig search,
        List<ComplexityPrior> priors,
        List<Long> seeds,
        List<MonitorConfig> monitors) {
    public ExperimentConfig {
        stages = List.copyOf(stages);
        shards = List.copyOf(shards);
        matches = List.copyOf(matches);
        pretraining = List.copyOf(pretraining);
        embeddings = List.copyOf(embeddings);
        probes = List.copyOf(probes);
        problems = List.copyOf(problems);
        learnedVariables = List.copyOf(learnedVariables);
        operatorSets = List.copyOf(operatorSets);
        designs = List.copyOf(designs);
        learnedSets = List.copyOf(learnedSets);
        priors = List.copyOf(priors);
        seeds = List.copyOf(seeds);
        monitors = List.copyOf(monitors);
    }

    /** Returns whether there are problems to search. A configuration may only shard files, for example. */
    public boolean hasTrials() {
        return !problems.isEmpty();
    }

    /** The problems whose rows stage features computes from the tables of a warehouse. */
    public List<FeatureProblem> featureProblems() {
        return problemsOf(FeatureProblem.class);
    }

    /** The problem whose laws are watched. */
    public FeatureProblem problem(MonitorConfig monitor) {
        return featureProblems().stream()
                .filter(problem -> problem.id().equals(monitor.problem()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(monitor.problem() + " has no rows to watch"));
    }

    /** The problems over the embeddings of stage embed. */
    public List<VectorProblem> vectorProblems() {
        return problemsOf(VectorProblem.class);
    }

    private <T extends Problem> List<T> problemsOf(Class<T> kind) {
        return problems.stream()
                .map(CataloguedProblem::problem)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Returns whether rows of problems come from the tables of a warehouse. */
    public boolean derives() {
        return !featureProblems().isEmpty() || !vectorProblems().isEmpty();
    }

    /** Returns whether some problems are planned only after others have been searched. */
    public boolean learnsFromItself() {
        return !learnedVariables.isEmpty();
    }

    /** The experiment id in the rows of its probes. */
    public String probesId() {
        return probesId(name, probes);
    }

    /** The experiment id in the rows of these probes. */
    public static String probesId(String name, List<ProbeConfig> probes) {
        return ContentHash.of("probes").add(name).add(CanonicalJson.of(probes)).hex();
    }

    /** Returns whether the plan depends on the results of earlier experiments. */
    public boolean learns() {
        return !learnedSets.isEmpty()
                || priors.stream().anyMatch(prior -> prior.costs().isLearned());
    }

    /**
     * Reads an experiment.
     *
     * @param overrides YAML values by key path, as in {@code --set key.path=value}
     * @throws org.spolia.experiment.ExperimentException for the first mistake in the file, in an override, or in a
     * referenced file
     */
    public static ExperimentConfig load(Path file, Map<String, String> overrides) {
        return new ExperimentLoader(file, overrides).load();
    }
}
