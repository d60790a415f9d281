package org.spolia.experiment.configuration.operator;

import java.util.List;
import org.spolia.symbolic.key.Key;

/** Operators that together are one factor of a design. */
public record OperatorGroup(
        @Key(
                value = "name of the factor in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _, separated by . or -")
        String name,

        @Key(value = "the operators, by name", minItems = 1) List<String> operators) {
    public OperatorGroup {
        operators = OperatorNames.resolved("operators", operators);
    }
}
