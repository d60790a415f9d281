package org.spolia.experiment.problem;

import org.spolia.symbolic.key.Key;

/** The target of a problem. */
public record Quantity(
        @Key(value = "name of the quantity", pattern = Naming.PATTERN, patternInWords = Naming.WORDS)
        String name,

        @Key(value = "unit as the source writes it; '1' for none, left out when not known", byDefault = "''")
        String unit,

        @Key(value = "what the quantity is", byDefault = "''")
        String description) {}
