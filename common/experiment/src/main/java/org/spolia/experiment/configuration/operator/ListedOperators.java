package org.spolia.experiment.configuration.operator;

import java.util.List;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.experiment.binding.Key;
import org.spolia.experiment.binding.Limits;
import org.spolia.symbolic.expression.OperatorSet;

/** A set of operators under a name. */
@ChosenBy("operators")
public record ListedOperators(
        @Key(
                value = "name of the set in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _ with . or - between them")
        String name,

        @Key(value = "the operators that expressions may use, by name or definition", minItems = 1)
        List<String> operators)
        implements OperatorSetConfig {
    public ListedOperators {
        Limits.check(ListedOperators.class, name, operators);
        operators = List.copyOf(operators);
        OperatorNames.resolved("operators", operators);
    }

    public OperatorSet set() {
        return OperatorSet.of(operators);
    }
}
