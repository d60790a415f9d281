package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.experiment.configuration.data.DataConfig;
import org.spolia.experiment.configuration.data.MatchConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.encoder.PretrainedEncoders;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.experiment.configuration.operator.ComplexityPrior;
import org.spolia.experiment.configuration.operator.CostSource;
import org.spolia.experiment.configuration.operator.OperatorSetConfig;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.configuration.probe.ProbeControls;
import org.spolia.experiment.configuration.search.SearchConfig;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Limits;

/** The content of the YAML file of an experiment. */
public record ExperimentFile(
        @Key(
                value = "name of the experiment in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _, separated by . or -")
        String name,

        @Key(value = "the question of the experiment", byDefault = "''")
        String description,

        @Key(
                value = "the stages to run; they run in the order of the allowed values; all: every stage",
                byDefault = "[all]",
                minItems = 1,
                distinct = true)
        List<String> stages,

        @Key(value = "HDF5 or HATS files that stage shard copies into tables", byDefault = "[]")
        List<ShardConfig> shards,

        @Key(value = "surveys whose objects stage sky pairs by their positions on the sky", byDefault = "[]")
        List<MatchConfig> matches,

        @Key(value = "encoders that stage pretrain trains without labels", byDefault = "[]")
        List<PretrainingConfig> pretraining,

        @Key(value = "embeddings that stage embed computes for frames and objects", byDefault = "[]")
        List<EmbeddingConfig> embeddings,

        @Key(value = "targets that stage probe predicts from these embeddings", byDefault = "[]")
        List<ProbeConfig> probes,

        @Key(value = "the problems to search; not needed if no stage uses problems", byDefault = "{}")
        ProblemSelection problems,

        @Key(value = "the data of each problem", byDefault = "{}")
        DataConfig data,

        @Key(
                value =
                        "problems that are searched with the variables that equations of other problems use, and with controls",
                byDefault = "[]")
        List<LearnedVariables> learnedVariables,

        @Key(
                value =
                        "operators that this file defines, each by a formula such as 'hill(x, k) = x/(x + k)'; the rest of the file refers to them by name",
                byDefault = "[]")
        List<String> operators,

        @Key(value = "the operator sets to compare; not needed if no stage uses problems", byDefault = "[]")
        List<OperatorSetConfig> operatorSets,

        @Key(value = "options of every search", byDefault = "{}")
        SearchConfig search,

        @Key(
                value = "the costs of operators; each problem is searched once with each entry",
                byDefault = "[{costs: uniform}]",
                minItems = 1)
        List<ComplexityPrior> complexity,

        @Key(
                value = "seeds of the searches; each data set is searched once with each seed",
                byDefault = "[0]",
                minItems = 1,
                distinct = true)
        List<Long> seeds,

        @Key(value = "laws that stages watch and monitor test on new rows", byDefault = "[]")
        List<MonitorConfig> monitors) {
    public ExperimentFile {
        Limits.checkDistinct(
                "shards", "name", shards.stream().map(ShardConfig::name).toList());
        Limits.checkDistinct(
                "matches", "name", matches.stream().map(MatchConfig::name).toList());
        Limits.checkDistinct(
                "probes", "name", probes.stream().map(ProbeConfig::name).toList());
        Limits.checkDistinct(
                "pretraining",
                "name",
                pretraining.stream().map(PretrainingConfig::name).toList());
        Limits.checkDistinct(
                "monitors",
                "problem",
                monitors.stream().map(MonitorConfig::problem).toList());
        PretrainedEncoders.require(embeddings, pretraining);
        ProbeControls.require(probes, embeddings, pretraining);
        requireOnePlace(search, complexity);
    }

    private static void requireOnePlace(SearchConfig search, List<ComplexityPrior> complexity) {
        // Arms are named after the source of their costs.
        Limits.checkDistinct(
                "complexity",
                "costs",
                complexity.stream().map(prior -> prior.costs().name()).toList());
        for (int i = 0; i < complexity.size(); i++) {
            if (complexity.get(i).costs() != CostSource.UNIFORM
                    && !search.options().constraints().complexityOfOperators().isEmpty()) {
                throw new InvalidValueException(
                        "complexity[" + i + "]",
                        "learns the costs of operators, which search.complexity-of-operators sets too; remove one of them");
            }
        }
    }
}
