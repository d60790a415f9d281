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
                patternInWords = "words of letters, digits and _ with . or - between them")
        String name,

        @Key(value = "what the experiment asks", byDefault = "''")
        String description,

        @Key(
                value = "the stages to run, which run in the order of the allowed values; all: every stage",
                byDefault = "[all]",
                minItems = 1,
                distinct = true)
        List<String> stages,

        @Key(value = "files of HDF5, or of HATS, that stage shard makes tables of", byDefault = "[]")
        List<ShardConfig> shards,

        @Key(value = "surveys whose objects stage sky pairs by where they are on the sky", byDefault = "[]")
        List<MatchConfig> matches,

        @Key(value = "encoders that stage pretrain lets learn from tables of frames", byDefault = "[]")
        List<PretrainingConfig> pretraining,

        @Key(value = "vectors that stage embed makes of tables of frames and objects", byDefault = "[]")
        List<EmbeddingConfig> embeddings,

        @Key(value = "what stage probe asks of these vectors", byDefault = "[]")
        List<ProbeConfig> probes,

        @Key(value = "which problems; not needed where no stage is about problems", byDefault = "{}")
        ProblemSelection problems,

        @Key(value = "the data of each problem", byDefault = "{}")
        DataConfig data,

        @Key(
                value = "problems that are searched with the variables that laws of others use, and with controls",
                byDefault = "[]")
        List<LearnedVariables> learnedVariables,

        @Key(
                value =
                        "operators of the experiment's own, each by a formula as in 'hill(x, k) = x/(x + k)'; everything else in the file then names them",
                byDefault = "[]")
        List<String> operators,

        @Key(value = "the sets of operators to compare; not needed where no stage is about problems", byDefault = "[]")
        List<OperatorSetConfig> operatorSets,

        @Key(value = "options of every search", byDefault = "{}")
        SearchConfig search,

        @Key(
                value = "what operators cost; each problem is searched once with each",
                byDefault = "[{costs: uniform}]",
                minItems = 1)
        List<ComplexityPrior> complexity,

        @Key(
                value = "seeds of the searches; each data set is searched once with each",
                byDefault = "[0]",
                minItems = 1,
                distinct = true)
        List<Long> seeds) {
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
        PretrainedEncoders.require(embeddings, pretraining);
        ProbeControls.require(probes, embeddings, pretraining);
        requireOnePlace(search, complexity);
    }

    private static void requireOnePlace(SearchConfig search, List<ComplexityPrior> complexity) {
        // What an arm of the experiment is called is where its costs come from.
        Limits.checkDistinct(
                "complexity",
                "costs",
                complexity.stream().map(prior -> prior.costs().name()).toList());
        for (int i = 0; i < complexity.size(); i++) {
            if (complexity.get(i).costs() != CostSource.UNIFORM
                    && !search.options().constraints().complexityOfOperators().isEmpty()) {
                throw new InvalidValueException(
                        "complexity[" + i + "]",
                        "learns what operators cost, which search.complexity-of-operators says too; remove one of them");
            }
        }
    }
}
