package org.spolia.experiment.problem;

import org.spolia.symbolic.key.Key;

/** A quantity that was measured, and the column that holds it. */
public record MeasuredQuantity(
        @Key(value = "name in formulas", pattern = Naming.PATTERN, patternInWords = Naming.WORDS)
        String name,

        @Key(value = "column of the data file; the name when left out", sameAs = "name")
        String column,

        @Key(value = "unit as the source writes it; '1' for none, left out when not known", byDefault = "''")
        String unit,

        @Key(value = "what the quantity is", byDefault = "''")
        String description) {}
