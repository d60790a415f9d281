package org.spolia.experiment.configuration.probe;

import java.io.Serializable;
import java.util.List;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/** Samples that a probe is scored on besides its test rows, and never trained on. */
public record ProbeShift(
        @Key(
                value =
                        "column of the tables, such as a parameter of simulations, whose range from … to is held out; none if it is empty",
                byDefault = "''")
        String parameter,

        @Key(value = "the smallest value that is held out", byDefault = "-1.0e+308")
        double from,

        @Key(value = "the largest value that is held out", byDefault = "1.0e+308")
        double to,

        @Key(
                value = "other tables that are scored too; the encoders of the probe must embed them in the same way",
                byDefault = "[]",
                distinct = true,
                pattern = "(simulations|surveys)\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "simulations.NAME or surveys.NAME")
        List<String> tables)
        implements Serializable {
    private static final double NO_LIMIT = 1e308;

    public ProbeShift {
        boolean range = from != -NO_LIMIT || to != NO_LIMIT;
        if (range && parameter.isEmpty()) {
            throw new InvalidValueException("parameter", "is missing; name the column whose range is held out");
        }
        if (!range && !parameter.isEmpty()) {
            throw new InvalidValueException(
                    "from", "is missing, and so is 'to'; give the range of the column that is held out");
        }
        if (from > to) {
            throw new InvalidValueException("to", to + " is below 'from', " + from + "; exchange them");
        }
    }

    /** Returns whether a range of a column is held out. */
    public boolean hasRange() {
        return !parameter.isEmpty();
    }

    /** Returns whether a sample with this value of the column is held out. */
    public boolean contains(double value) {
        return value >= from && value <= to;
    }
}
