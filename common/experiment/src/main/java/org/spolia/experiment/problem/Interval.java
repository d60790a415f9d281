package org.spolia.experiment.problem;

import org.spolia.experiment.binding.FromList;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/** A range of values, written {@code [lower, upper]}. */
@FromList
public record Interval(
        @Key("lower end") double lower, @Key("upper end") double upper) {
    public Interval {
        if (lower >= upper) {
            throw new InvalidValueException(
                    "",
                    "[" + Decimal.shortest(lower) + ", " + Decimal.shortest(upper)
                            + "] is not allowed; the lower end must be below the upper end");
        }
    }
}
