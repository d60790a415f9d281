package org.spolia.experiment.problem;

import org.spolia.symbolic.key.Key;

/** The target of a problem. */
public record Quantity(
        @Key(value = "name of the quantity", pattern = Naming.PATTERN, patternInWords = Naming.WORDS)
        String name,

        @Key(value = "unit as in the source; '1' for none, absent if unknown", byDefault = "''")
        String unit,

        @Key(value = "meaning of the quantity", byDefault = "''")
        String description) {}
