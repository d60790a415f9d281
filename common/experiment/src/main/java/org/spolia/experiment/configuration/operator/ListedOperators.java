package org.spolia.experiment.configuration.operator;

import java.util.List;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.key.Key;

/** A named operator set. */
@ChosenBy("operators")
public record ListedOperators(
        @Key(
                value = "name of the set in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _, separated by . or -")
        String name,

        @Key(value = "the operators that expressions may use, by name or definition", minItems = 1)
        List<String> operators)
        implements OperatorSetConfig {
    public ListedOperators {
        OperatorNames.resolved("operators", operators);
    }

    public OperatorSet set() {
        return OperatorSet.of(operators);
    }
}
