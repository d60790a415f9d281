package org.spolia.experiment.problem;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;

/**
 * The target of a probe as a law over a few principal components of the embeddings of one encoder, selected on training
 * rows only. The rows are those that heads are trained and scored on.
 */
@ChosenBy("vectors")
public record VectorProblem(
        @Key(value = "name, unique in the catalogue", pattern = Naming.ID_PATTERN, patternInWords = Naming.ID_WORDS)
        String id,

        @Key(value = "field of science; that of the file when left out", byDefault = "''")
        String field,

        @Key(value = "what is predicted", byDefault = "''") String description,

        @Key(
                value =
                        "encoder whose vectors are meant, by its name in table encoders: raw, random, one of 'pretraining', or what a manifest calls it; 'embeddings' of the experiment has it for the table of the probe, once for each seed",
                pattern = ".+",
                patternInWords = "the name of an encoder")
        String vectors,

        @Key(value = "seed of a random or pretrained encoder", byDefault = "0")
        long seed,

        @Key(
                value =
                        "probe of the experiment: what is predicted, the fifth of the groups that is the test split, and the range that is the ood split",
                pattern = ".+",
                patternInWords = "the name of a probe")
        String probe,

        @Key(value = "labelled groups that train, as 'sizes' of a probe", byDefault = "256", atLeast = 4)
        int size,

        @Key(value = "seed of their choice, as 'seeds' of a probe", byDefault = "0")
        long subset,

        @Key(
                value = "several numbers in place of 'size', each a problem of its own called ID_SIZE",
                byDefault = "[]",
                distinct = true,
                atLeast = 4)
        List<Integer> sizes,

        @Key(
                value =
                        "several seeds in place of 'subset', each a problem of its own called ID_SUBSET, or ID_SIZE_SUBSET",
                byDefault = "[]",
                distinct = true)
        List<Long> subsets,

        @Key(
                value =
                        "the most principal components that are variables, z1, z2 …: of the 32 with the largest variance those that go most with the target",
                byDefault = "4",
                atLeast = 1,
                atMost = 32)
        int components,

        @Key(value = "where the data stand", byDefault = "''")
        String citation,

        @Key(value = "remarks", byDefault = "''") String note)
        implements Problem {
    /** Increases whenever the same embeddings give other rows. */
    static final int REVISION = 1;

    public VectorProblem {
        Repetition.check("subsets", sizes, subsets);
    }

    @Override
    public List<String> variableNames() {
        return IntStream.rangeClosed(1, components).mapToObj(i -> "z" + i).toList();
    }

    @Override
    public List<String> variableUnits() {
        return Collections.nCopies(components, "");
    }

    @Override
    public String targetName() {
        return "target";
    }

    @Override
    public String targetUnit() {
        return "";
    }

    @Override
    public Optional<Expression> law() {
        return Optional.empty();
    }

    @Override
    public ProblemData open() {
        return open(FeatureTable.NONE);
    }

    @Override
    public ProblemData open(FeatureTable features) {
        return VectorData.of(this, features.vectors(this));
    }

    /** Returns one problem for each of the sizes and subsets. */
    @Override
    public List<VectorProblem> repeated() {
        return Repetition.of(
                id,
                sizes,
                size,
                subsets,
                subset,
                (name, groups, draw) -> Records.with(
                        this,
                        Map.of("id", name, "size", groups, "subset", draw, "sizes", List.of(), "subsets", List.of())));
    }

    @Override
    public VectorProblem resolve(String defaultField, Path file) {
        return Records.with(this, "field", field.isEmpty() ? defaultField : field);
    }
}
