package org.spolia.experiment.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionSyntaxException;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Limits;
import org.spolia.symbolic.key.Records;

/** A known law: rows are drawn from ranges of its variables, and the formula gives the target. */
@ChosenBy("formula")
public record FormulaProblem(
        @Key(value = "name, unique in the catalogue", pattern = Naming.ID_PATTERN, patternInWords = Naming.ID_WORDS)
        String id,

        @Key(value = "field of science; the field of the file if absent", byDefault = "''")
        String field,

        @Key(value = "what is modelled", byDefault = "''") String description,

        @Key("the law: + - * / ^, functions by name, pi, numbers and the variables")
        String formula,

        @Key("the target, which the formula gives") Quantity target,

        @Key(value = "the variables of the formula", minItems = 1)
        List<Variable> variables,

        @Key(value = "reference for the formula", byDefault = "''")
        String citation,

        @Key(value = "remarks", byDefault = "''") String note)
        implements Problem {
    public FormulaProblem {
        List<String> names = variables.stream().map(Variable::name).toList();
        Limits.checkDistinct("variables", "name", names);
        requireEachUsed(parse("formula", formula, names, List.of()), names);
    }

    static Expression parse(String key, String text, List<String> variables, List<String> parameters) {
        try {
            return Expression.parse(text, variables, parameters);
        } catch (ExpressionSyntaxException e) {
            throw new InvalidValueException(key, String.valueOf(e.getMessage()));
        }
    }

    private static void requireEachUsed(Expression expression, List<String> names) {
        boolean[] used = new boolean[names.size()];
        for (int node = 0; node < expression.size(); node++) {
            if (expression.opcode(node) == Opcode.VARIABLE) {
                used[expression.argument(node)] = true;
            }
        }
        for (int variable = 0; variable < used.length; variable++) {
            if (!used[variable]) {
                throw new InvalidValueException(
                        "variables[" + variable + "].name",
                        "'" + names.get(variable)
                                + "' does not occur in the formula; use it there or remove the variable");
            }
        }
    }

    /** The formula over the variables in their order. */
    public Expression expression() {
        return parse("formula", formula, variableNames(), List.of());
    }

    /** Returns whether some variable has a range out of distribution, so that there is an ood split. */
    public boolean extrapolates() {
        return variables.stream().anyMatch(variable -> !variable.ood().equals(variable.train()));
    }

    @Override
    public List<String> variableNames() {
        return variables.stream().map(Variable::name).toList();
    }

    @Override
    public List<String> variableUnits() {
        return variables.stream().map(Variable::unit).toList();
    }

    @Override
    public String targetName() {
        return target.name();
    }

    @Override
    public String targetUnit() {
        return target.unit();
    }

    @Override
    public Optional<Expression> law() {
        return Optional.of(expression());
    }

    @Override
    public ProblemData open() {
        return new FormulaData(this);
    }

    @Override
    public FormulaProblem resolve(String defaultField, Path file) {
        return Records.with(this, "field", field.isEmpty() ? defaultField : field);
    }
}
