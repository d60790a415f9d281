package org.spolia.experiment.problem;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.experiment.condition.RowExpression;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.problem.derivative.DerivativeConfig;
import org.spolia.experiment.problem.derivative.DerivativeMethod;
import org.spolia.experiment.problem.derivative.WeakConfig;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Limits;
import org.spolia.symbolic.key.Records;

/** Fields and their derivatives at points of simulations, or their means over windows, or columns of a survey. */
@ChosenBy("source")
public record FeatureProblem(
        @Key(value = "name, unique in the catalogue", pattern = Naming.ID_PATTERN, patternInWords = Naming.ID_WORDS)
        String id,

        @Key(value = "field of science; the field of the file if absent", byDefault = "''")
        String field,

        @Key(value = "what is modelled", byDefault = "''") String description,

        @Key(
                value = "table written by stage shard: simulations.NAME or surveys.NAME",
                pattern = "(simulations|surveys)\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "simulations.NAME or surveys.NAME")
        String source,

        @Key("the target; for an evolution equation, the derivative by t")
        FeatureQuantity target,

        @Key(value = "the variables", minItems = 1) List<FeatureQuantity> variables,

        @Key(value = "the law over the variables, if it is known", byDefault = "''")
        String equation,

        @Key(
                value =
                        "condition in Spark SQL for the training rows, on file, split, trajectory, step, time and parameter_NAME, or on the columns of a survey",
                byDefault = "split = 'train'")
        String train,

        @Key(
                value =
                        "condition for the test rows, applied to rows that are not training rows; no test split if empty",
                byDefault = "split = 'valid'")
        String test,

        @Key(
                value =
                        "condition for the ood split, applied to rows in no other split; for example other parameters or later times",
                byDefault = "''")
        String ood,

        @Key(
                value = "largest number of rows in each split, drawn from all of its points or windows",
                byDefault = "2000",
                atLeast = 2)
        int rows,

        @Key(value = "seed of the drawn rows and of the noise", byDefault = "0")
        long seed,

        @Key(
                value = "several numbers instead of 'rows'; each gives a separate problem ID_ROWS",
                byDefault = "[]",
                distinct = true,
                atLeast = 2)
        List<Integer> sizes,

        @Key(
                value = "several seeds instead of 'seed'; each gives a separate problem ID_SEED, or ID_ROWS_SEED",
                byDefault = "[]",
                distinct = true)
        List<Long> seeds,

        @Key(
                value =
                        "standard deviation of the normal noise on the training values of each field, divided by that of the field in its trajectory",
                byDefault = "0",
                atLeast = 0)
        double noise,

        @Key(value = "method for derivatives by time", byDefault = "{}")
        DerivativeConfig time,

        @Key(value = "method for derivatives along the axes of the grid", byDefault = "{}")
        DerivativeConfig space,

        @Key(
                value =
                        "points next to the first and last time, walls and open ends that are not used as rows, because one-sided derivatives there are less accurate",
                byDefault = "0",
                atLeast = 0)
        int margin,

        @Key(value = "windows of a weak form, for noisy fields", byDefault = "{}")
        WeakConfig weak,

        @Key(value = "reference for the law or the data", byDefault = "''")
        String citation,

        @Key(value = "remarks", byDefault = "''") String note)
        implements Problem, Serializable {
    /** Increases whenever the same table gives other rows. */
    private static final int REVISION = 1;

    private static final String SPLIT_OF_FILES = "split = 'train'";
    private static final String TEST_OF_FILES = "split = 'valid'";
    private static final DerivativeConfig PLAIN = new DerivativeConfig(DerivativeMethod.AUTOMATIC, 6, 5, 4);

    public FeatureProblem {
        Repetition.check("seeds", sizes, seeds);
        List<String> names = variables.stream().map(FeatureQuantity::name).toList();
        Limits.checkDistinct("variables", "name", names);
        if (names.contains(target.name())) {
            throw new InvalidValueException(
                    "variables[" + names.indexOf(target.name()) + "].name",
                    "'" + target.name() + "' is the target; it cannot be a variable too");
        }
        if (!equation.isEmpty()) {
            FormulaProblem.parse("equation", equation, names, List.of());
        }
        if (train.isBlank()) {
            throw new InvalidValueException(
                    "train", "the condition is empty; give the condition of the training rows, 'true' for all");
        }
        RowExpression.check("train", train);
        RowExpression.check("test", test);
        RowExpression.check("ood", ood);
        if (source.startsWith("surveys.")) {
            requireRowExpressions(target, variables);
            requirePlain(target, variables, train, noise, time, space, margin, weak);
            test = test.equals(TEST_OF_FILES) ? "" : test;
        } else {
            requireFormulas(target, variables);
        }
        if (weak.isUsed() && (!time.equals(PLAIN) || !space.equals(PLAIN) || margin > 0)) {
            throw new InvalidValueException(
                    "weak",
                    "does not compute derivatives of fields at points; remove 'time', 'space' and 'margin', or 'weak'");
        }
    }

    private static void requireFormulas(FeatureQuantity target, List<FeatureQuantity> variables) {
        target.formula("target.of");
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).formula("variables[" + i + "].of");
        }
    }

    private static void requireRowExpressions(FeatureQuantity target, List<FeatureQuantity> variables) {
        RowExpression.check("target.of", target.of());
        for (int i = 0; i < variables.size(); i++) {
            RowExpression.check("variables[" + i + "].of", variables.get(i).of());
        }
    }

    private static void requirePlain(
            FeatureQuantity target,
            List<FeatureQuantity> variables,
            String train,
            double noise,
            DerivativeConfig time,
            DerivativeConfig space,
            int margin,
            WeakConfig weak) {
        if (train.equals(SPLIT_OF_FILES)) {
            throw new InvalidValueException(
                    "train",
                    "a survey has no splits; give the condition of the training rows, such as 'pmod(hash(object_id), 4) > 0'");
        }
        boolean derives = !target.by().isEmpty()
                || variables.stream().anyMatch(variable -> !variable.by().isEmpty());
        if (derives || noise > 0 || margin > 0 || !time.equals(PLAIN) || !space.equals(PLAIN) || weak.isUsed()) {
            throw new InvalidValueException(
                    "source",
                    "a survey has no axes and no frames; remove 'by', 'noise', 'time', 'space', 'margin' and 'weak'");
        }
    }

    /** The source without its kind. */
    public String dataset() {
        return source.substring(source.indexOf('.') + 1);
    }

    /** The SHA-256 of everything that determines the rows, except the table that they are made from. */
    public String featuresId() {
        return ContentHash.of("features")
                .add(REVISION)
                .add(source)
                .add(CanonicalJson.of(List.of(
                        made(target),
                        variables.stream().map(FeatureProblem::made).toList())))
                .add(List.of(train, test, ood))
                .add(CanonicalJson.of(Map.of(
                        "rows", rows, "seed", seed, "noise", noise, "time", time, "space", space, "margin", margin,
                        "weak", weak)))
                .hex();
    }

    private static List<String> made(FeatureQuantity quantity) {
        return List.of(quantity.of(), quantity.by());
    }

    @Override
    public List<String> variableNames() {
        return variables.stream().map(FeatureQuantity::name).toList();
    }

    @Override
    public List<String> variableUnits() {
        return variables.stream().map(FeatureQuantity::unit).toList();
    }

    @Override
    public String targetName() {
        return target.name();
    }

    @Override
    public String targetUnit() {
        return target.unit();
    }

    /** The law, if it is given. */
    @Override
    public Optional<Expression> law() {
        return equation.isEmpty()
                ? Optional.empty()
                : Optional.of(FormulaProblem.parse("equation", equation, variableNames(), List.of()));
    }

    @Override
    public ProblemData open() {
        return open(FeatureTable.NONE);
    }

    @Override
    public ProblemData open(FeatureTable features) {
        return FeatureData.read(this, features.blocks(this));
    }

    @Override
    public List<FeatureProblem> repeated() {
        return Repetition.of(
                id,
                sizes,
                rows,
                seeds,
                seed,
                (name, size, draw) -> Records.with(
                        this, Map.of("id", name, "rows", size, "seed", draw, "sizes", List.of(), "seeds", List.of())));
    }

    @Override
    public FeatureProblem resolve(String defaultField, Path file) {
        return Records.with(this, "field", field.isEmpty() ? defaultField : field);
    }
}
