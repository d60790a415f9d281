package org.spolia.experiment.configuration.operator;

import java.util.List;
import java.util.stream.Stream;
import org.spolia.experiment.Suggestion;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Limits;
import org.spolia.symbolic.key.Names;

/** Operators in configurations, by name or by definition. */
public final class OperatorNames {
    private OperatorNames() {}

    /**
     * Returns the engine's texts of operators, which may be listed under other names, such as ^ for pow.
     *
     * @throws InvalidValueException at the first operator that is unknown or listed twice
     */
    static List<String> resolved(String path, List<String> operators) {
        for (int i = 0; i < operators.size(); i++) {
            requireKnown(path + "[" + i + "]", operators.get(i));
        }
        List<Operator> read = operators.stream().map(Operator::read).toList();
        Limits.checkDistinct(path, "", read.stream().map(Operator::name).toList());
        return read.stream().map(Operator::text).toList();
    }

    /** Returns the name of an operator from {@link #resolved}. */
    static String name(String text) {
        return Operator.read(text).name();
    }

    /**
     * Returns the operator that a key names.
     *
     * @throws InvalidValueException if it is unknown
     */
    public static Operator required(String path, String operator) {
        if (!Operator.isDefinition(operator) && !isKnown(operator)) {
            throw new InvalidValueException(
                    path, "unknown operator " + Names.quote(operator) + "; " + Suggestion.instead(operator, known()));
        }
        return read(path, operator);
    }

    private static void requireKnown(String path, String operator) {
        if (!Operator.isDefinition(operator) && !isKnown(operator)) {
            String near = Suggestion.nearest(operator, known())
                    .map(candidate -> "did you mean '" + candidate + "'? ")
                    .orElse("");
            throw new InvalidValueException(
                    path,
                    "unknown operator " + Names.quote(operator) + "; " + near + "Known: " + Suggestion.list(known()));
        }
        read(path, operator);
    }

    private static boolean isKnown(String name) {
        return Definitions.PROVIDED.operator(name).isPresent();
    }

    private static Operator read(String path, String operator) {
        try {
            return Operator.read(operator);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(path, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> known() {
        return Stream.concat(Operator.all().stream(), Definitions.PROVIDED.operators().stream())
                .map(Operator::name)
                .toList();
    }
}
