package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.experiment.binding.InvalidValueException;
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

        @Key(
                value =
                        "operators of the experiment's own, each by a formula as in 'hill(x, k) = x/(x + k)'; everything else in the file then names them",
                byDefault = "[]")
        List<String> operators,

        @Key(value = "the sets of operators to compare", minItems = 1)
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
        Limits.check(
                ExperimentFile.class,
                name,
                description,
                stages,
                problems,
                data,
                operators,
                operatorSets,
                search,
                complexity,
                seeds);
        stages = stages.stream().sorted().toList();
        operators = List.copyOf(operators);
        operatorSets = List.copyOf(operatorSets);
        complexity = List.copyOf(complexity);
        requireOnePlace(search, complexity);
        seeds = List.copyOf(seeds);
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
