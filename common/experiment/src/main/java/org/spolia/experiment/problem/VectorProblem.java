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

        @Key(value = "field of science; the field of the file if absent", byDefault = "''")
        String field,

        @Key(value = "description of the problem", byDefault = "''")
        String description,

        @Key(
                value =
                        "encoder of the embeddings, by its name in table encoders: raw, random, a name of 'pretraining', or the name in a manifest; 'embeddings' of the experiment must contain it for the table of the probe, once for each seed",
                pattern = ".+",
                patternInWords = "the name of an encoder")
        String vectors,

        @Key(value = "seed of a random or pretrained encoder", byDefault = "0")
        long seed,

        @Key(
                value =
                        "probe of the experiment, which sets the target, the groups of the test split, and the range of the ood split",
                pattern = ".+",
                patternInWords = "the name of a probe")
        String probe,

        @Key(value = "number of labelled training groups, as in 'sizes' of a probe", byDefault = "256", atLeast = 4)
        int size,

        @Key(value = "seed of their selection, as in 'seeds' of a probe", byDefault = "0")
        long subset,

        @Key(
                value = "several numbers instead of 'size'; each gives a separate problem ID_SIZE",
                byDefault = "[]",
                distinct = true,
                atLeast = 4)
        List<Integer> sizes,

        @Key(
                value = "several seeds instead of 'subset'; each gives a separate problem ID_SUBSET, or ID_SIZE_SUBSET",
                byDefault = "[]",
                distinct = true)
        List<Long> subsets,

        @Key(
                value =
                        "largest number of principal components used as variables z1, z2 …: among the 32 with the largest variance, those most correlated with the target",
                byDefault = "4",
                atLeast = 1,
                atMost = 32)
        int components,

        @Key(value = "reference for the data", byDefault = "''")
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
