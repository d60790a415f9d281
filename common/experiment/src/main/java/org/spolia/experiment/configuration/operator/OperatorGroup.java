package org.spolia.experiment.configuration.operator;

import java.util.List;
import org.spolia.symbolic.key.Key;

/** Operators that come and go together, as one factor of a design. */
public record OperatorGroup(
        @Key(
                value = "name of the factor in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _ with . or - between them")
        String name,

        @Key(value = "the operators, by name", minItems = 1) List<String> operators) {
    public OperatorGroup {
        operators = OperatorNames.resolved("operators", operators);
    }
}
