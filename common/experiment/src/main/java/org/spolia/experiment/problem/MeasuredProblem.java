package org.spolia.experiment.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spolia.experiment.TextFile;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Limits;
import org.spolia.symbolic.key.Records;

/** Measurements in a file, with the model that their source fitted if there is one. */
@ChosenBy("data")
public record MeasuredProblem(
        @Key(value = "name, unique in the catalogue", pattern = Naming.ID_PATTERN, patternInWords = Naming.ID_WORDS)
        String id,

        @Key(value = "field of science; the field of the file if absent", byDefault = "''")
        String field,

        @Key(value = "what was measured", byDefault = "''") String description,

        @Key("delimited file of the rows, relative to this file")
        String data,

        @Key("the target") MeasuredQuantity target,
        @Key(value = "the variables", minItems = 1) List<MeasuredQuantity> variables,

        @Key(value = "transformation of the target before it is compared with predictions", byDefault = "none")
        Transform transform,

        @Key(value = "the source's model over variables and parameters", byDefault = "''")
        String model,

        @Key(value = "parameters of the model", byDefault = "[]")
        List<Parameter> parameters,

        @Key(
                value = "sum of the squared residuals of the model over all rows; 0 if unknown",
                byDefault = "0",
                atLeast = 0)
        double residualSumOfSquares,

        @Key(value = "difficulty of the fit, as rated by the source", byDefault = "''")
        String difficulty,

        @Key(value = "true for observations, false for generated data", byDefault = "true")
        boolean observed,

        @Key(value = "reference for the data", byDefault = "''")
        String citation,

        @Key(value = "remarks", byDefault = "''") String note)
        implements Problem {
    public MeasuredProblem {
        List<String> names = variables.stream().map(MeasuredQuantity::name).toList();
        List<String> fitted = parameters.stream().map(Parameter::name).toList();
        Limits.checkDistinct("variables", "name", names);
        Limits.checkDistinct("parameters", "name", fitted);
        if (!model.isEmpty()) {
            FormulaProblem.parse("model", model, names, fitted);
        } else if (!parameters.isEmpty()) {
            throw new InvalidValueException("parameters", "there is no model for them; add the key 'model'");
        }
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).column().equals(target.column())) {
                throw new InvalidValueException(
                        "variables[" + i + "].column",
                        "'" + target.column() + "' is the target; it cannot be a variable too");
            }
        }
    }

    @Override
    public List<String> variableNames() {
        return variables.stream().map(MeasuredQuantity::name).toList();
    }

    @Override
    public List<String> variableUnits() {
        return variables.stream().map(MeasuredQuantity::unit).toList();
    }

    @Override
    public String targetName() {
        return transform.apply(target.name());
    }

    @Override
    public String targetUnit() {
        return transform == Transform.NONE || target.unit().isEmpty() ? target.unit() : transform.apply(target.unit());
    }

    /** The model with its named parameters, in the order of {@link #parameters}. */
    public Optional<Expression> parametricModel() {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        return model.isEmpty()
                ? Optional.empty()
                : Optional.of(FormulaProblem.parse("model", model, variableNames(), names));
    }

    /** The model with the certified values of its parameters. */
    @Override
    public Optional<Expression> law() {
        double[] certified =
                parameters.stream().mapToDouble(Parameter::certified).toArray();
        return parametricModel().map(expression -> expression.withParameters(certified));
    }

    @Override
    public MeasuredData open() {
        return MeasuredData.read(this);
    }

    @Override
    public MeasuredProblem resolve(String defaultField, Path file) {
        Path table = file.resolveSibling(data);
        TextFile.requireReadable(table);
        return Records.with(this, Map.of("field", field.isEmpty() ? defaultField : field, "data", table.toString()));
    }
}
