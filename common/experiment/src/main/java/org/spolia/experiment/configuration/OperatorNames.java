package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.binding.InvalidValueException;
import org.spolia.experiment.binding.Limits;
import org.spolia.symbolic.expression.Operator;

/** Operators as configurations name them. */
final class OperatorNames {
    private OperatorNames() {}

    /**
     * The names of the engine for operators that may be listed under other names, such as ^ for pow.
     *
     * @throws InvalidValueException at the first operator that is unknown or there already
     */
    static List<String> resolved(String path, List<String> operators) {
        for (int i = 0; i < operators.size(); i++) {
            requireKnown(path + "[" + i + "]", operators.get(i));
        }
        List<String> names = operators.stream()
                .map(operator -> Operator.named(operator).map(Operator::name).orElseThrow())
                .toList();
        Limits.checkDistinct(path, "", names);
        return names;
    }

    /**
     * One operator where a key names one.
     *
     * @throws InvalidValueException if it is unknown
     */
    static Operator required(String path, String operator) {
        return Operator.named(operator)
                .orElseThrow(() -> new InvalidValueException(
                        path,
                        "unknown operator " + Suggestion.quote(operator) + "; "
                                + Suggestion.instead(operator, known())));
    }

    private static List<String> known() {
        return Operator.all().stream().map(Operator::name).toList();
    }

    private static void requireKnown(String path, String operator) {
        if (Operator.named(operator).isPresent()) {
            return;
        }
        String near = Suggestion.nearest(operator, known())
                .map(candidate -> "did you mean '" + candidate + "'? ")
                .orElse("");
        throw new InvalidValueException(
                path,
                "unknown operator " + Suggestion.quote(operator) + "; " + near + "Known: " + Suggestion.list(known()));
    }
}
