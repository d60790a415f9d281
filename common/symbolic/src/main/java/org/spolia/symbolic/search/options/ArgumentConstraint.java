package org.spolia.symbolic.search.options;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/** Limits of the complexity of the arguments of one operator. */
public record ArgumentConstraint(
        @Key("name of the operator") String operator,

        @Key(value = "largest complexity of each argument; -1 for any", minItems = 1, atLeast = -1)
        List<Integer> most)
        implements Serializable {

    /** Passes if each argument of the operator has a number, or the operator is unknown here. */
    void requireArguments(String path) {
        int arity = known().map(Operator::arity).orElse(most.size());
        if (most.size() != arity) {
            throw new InvalidValueException(
                    path, "needs a number for each of the " + arity + " arguments of '" + operator + "'");
        }
    }

    private Optional<Operator> known() {
        try {
            return Optional.of(Operator.read(operator));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
