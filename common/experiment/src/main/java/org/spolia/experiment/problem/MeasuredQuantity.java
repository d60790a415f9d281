package org.spolia.experiment.problem;

import org.spolia.symbolic.key.Key;

/** A quantity that was measured, and the column that holds it. */
public record MeasuredQuantity(
        @Key(value = "name in formulas", pattern = Naming.PATTERN, patternInWords = Naming.WORDS)
        String name,

        @Key(value = "column of the data file; the name if absent", sameAs = "name")
        String column,

        @Key(value = "unit as in the source; '1' for none, absent if unknown", byDefault = "''")
        String unit,

        @Key(value = "meaning of the quantity", byDefault = "''")
        String description) {}
