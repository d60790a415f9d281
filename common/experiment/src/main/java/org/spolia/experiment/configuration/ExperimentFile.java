package org.spolia.experiment.configuration;

import java.util.List;
import java.util.Set;
import org.spolia.experiment.binding.InvalidValueException;
import org.spolia.experiment.binding.Key;
import org.spolia.experiment.binding.Limits;
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
                value =
                        "what is run, in the order shard, sky, pretrain, embed, features, plan, search, score, utility, probe, report",
                byDefault = "[shard, sky, pretrain, embed, features, plan, search, score, utility, probe, report]",
                minItems = 1,
                distinct = true)
        List<Stage> stages,

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

        @Key(
                value = "which problems; not needed where shard, sky, pretrain, embed and probe are the only stages",
                byDefault = "{}")
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

        @Key(
                value =
                        "the sets of operators to compare; not needed where shard, sky, pretrain, embed and probe are the only stages",
                byDefault = "[]")
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
    /** What needs no problems. */
    private static final Set<Stage> OVER_FILES =
            Set.of(Stage.SHARD, Stage.SKY, Stage.PRETRAIN, Stage.EMBED, Stage.PROBE);

    /** What needs none where there are probes. */
    private static final Set<Stage> OVER_PROBES =
            Set.of(Stage.SHARD, Stage.SKY, Stage.PRETRAIN, Stage.EMBED, Stage.PROBE, Stage.REPORT);

    public ExperimentFile {
        Limits.check(
                ExperimentFile.class,
                name,
                description,
                stages,
                shards,
                matches,
                pretraining,
                embeddings,
                probes,
                problems,
                data,
                learnedVariables,
                operators,
                operatorSets,
                search,
                complexity,
                seeds);
        stages = stages.stream().sorted().toList();
        learnedVariables = List.copyOf(learnedVariables);
        operators = List.copyOf(operators);
        shards = List.copyOf(shards);
        matches = List.copyOf(matches);
        pretraining = List.copyOf(pretraining);
        embeddings = List.copyOf(embeddings);
        probes = List.copyOf(probes);
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
        operatorSets = List.copyOf(operatorSets);
        requireWhatStagesNeed(stages, shards, matches, pretraining, embeddings, probes, problems, operatorSets);
        complexity = List.copyOf(complexity);
        requireOnePlace(search, complexity);
        seeds = List.copyOf(seeds);
    }

    private static void requireWhatStagesNeed(
            List<Stage> stages,
            List<ShardConfig> shards,
            List<MatchConfig> matches,
            List<PretrainingConfig> pretraining,
            List<EmbeddingConfig> embeddings,
            List<ProbeConfig> probes,
            ProblemSelection problems,
            List<OperatorSetConfig> sets) {
        boolean overProbes = !probes.isEmpty() && problems.files().isEmpty();
        if (OVER_FILES.containsAll(stages) || (overProbes && OVER_PROBES.containsAll(stages))) {
            if (stages.contains(Stage.SHARD) && shards.isEmpty()) {
                throw new InvalidValueException(
                        "shards", "required key is missing; add it: files that stage shard makes tables of");
            }
            if (stages.contains(Stage.SKY) && matches.isEmpty()) {
                throw new InvalidValueException(
                        "matches", "required key is missing; add it: surveys whose objects stage sky pairs");
            }
            if (stages.contains(Stage.PRETRAIN) && pretraining.isEmpty()) {
                throw new InvalidValueException(
                        "pretraining", "required key is missing; add it: encoders that stage pretrain lets learn");
            }
            if (stages.contains(Stage.EMBED) && embeddings.isEmpty()) {
                throw new InvalidValueException(
                        "embeddings", "required key is missing; add it: tables that stage embed makes vectors of");
            }
            if (stages.contains(Stage.PROBE) && probes.isEmpty()) {
                throw new InvalidValueException(
                        "probes", "required key is missing; add it: what stage probe asks of vectors");
            }
            return;
        }
        String otherwise = shards.isEmpty() ? "" : ", or set 'stages: [shard]' to make tables of files alone";
        if (problems.files().isEmpty()) {
            throw new InvalidValueException(
                    "problems.files", "the list is empty or missing; name at least 1 file of problems" + otherwise);
        }
        if (sets.isEmpty()) {
            throw new InvalidValueException(
                    "operator-sets", "the list is empty or missing; name at least 1 set of operators" + otherwise);
        }
    }

    private static void requireOnePlace(SearchConfig search, List<ComplexityPrior> complexity) {
        // What an arm of the experiment is called is where its costs come from.
        Limits.checkDistinct(
                "complexity",
                "costs",
                complexity.stream().map(prior -> prior.costs().name()).toList());
        for (int i = 0; i < complexity.size(); i++) {
            if (complexity.get(i).costs() != CostSource.UNIFORM
                    && !search.complexityOfOperators().isEmpty()) {
                throw new InvalidValueException(
                        "complexity[" + i + "]",
                        "learns what operators cost, which search.complexity-of-operators says too; remove one of them");
            }
        }
    }
}
