package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.experiment.binding.Key;
import org.spolia.experiment.binding.Limits;

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
                value = "what is run, in the order plan, search, score, utility, report",
                byDefault = "[plan, search, score, utility, report]",
                minItems = 1,
                distinct = true)
        List<Stage> stages,

        @Key("which problems") ProblemSelection problems,

        @Key(value = "the data of each problem", byDefault = "{}")
        DataConfig data,

        @Key(value = "the sets of operators to compare", minItems = 1)
        List<OperatorSetConfig> operatorSets,

        @Key(value = "options of every search", byDefault = "{}")
        SearchConfig search,

        @Key(
                value = "seeds of the searches; each data set is searched once with each",
                byDefault = "[0]",
                minItems = 1,
                distinct = true)
        List<Long> seeds) {
    public ExperimentFile {
        Limits.check(ExperimentFile.class, name, description, stages, problems, data, operatorSets, search, seeds);
        stages = stages.stream().sorted().toList();
        operatorSets = List.copyOf(operatorSets);
        seeds = List.copyOf(seeds);
    }
}
