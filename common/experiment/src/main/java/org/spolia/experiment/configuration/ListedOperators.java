package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.experiment.binding.InvalidValueException;
import org.spolia.experiment.binding.Key;
import org.spolia.experiment.binding.Limits;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;

/** A set of operators under a name. */
@ChosenBy("operators")
public record ListedOperators(
        @Key(
                value = "name of the set in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _ with . or - between them")
        String name,

        @Key(value = "the operators that expressions may use, by name", minItems = 1)
        List<String> operators)
        implements OperatorSetConfig {
    public ListedOperators {
        Limits.check(ListedOperators.class, name, operators);
        operators = List.copyOf(operators);
        List<String> known = Operator.all().stream().map(Operator::name).toList();
        for (int i = 0; i < operators.size(); i++) {
            String operator = operators.get(i);
            if (Operator.named(operator).isEmpty()) {
                String near = Suggestion.nearest(operator, known)
                        .map(candidate -> "did you mean '" + candidate + "'? ")
                        .orElse("");
                throw new InvalidValueException(
                        "operators[" + i + "]",
                        "unknown operator " + Suggestion.quote(operator) + "; " + near + "Known: "
                                + Suggestion.list(known));
            }
        }
        // An operator may be listed under two of its names, such as ^ and pow.
        Limits.checkDistinct(
                "operators",
                "",
                operators.stream()
                        .map(operator ->
                                Operator.named(operator).map(Operator::name).orElseThrow())
                        .toList());
    }

    public OperatorSet set() {
        return OperatorSet.of(operators);
    }
}
