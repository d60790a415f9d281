package org.spolia.experiment.problem;

import org.spolia.symbolic.key.Key;

/** A variable of a formula and the ranges that its values are drawn from. */
public record Variable(
        @Key(value = "name in the formula", pattern = Naming.PATTERN, patternInWords = Naming.WORDS)
        String name,

        @Key(value = "unit as the source writes it; '1' for none, left out when not known", byDefault = "''")
        String unit,

        @Key(value = "what the variable is", byDefault = "''")
        String description,

        @Key(value = "how values are drawn from the ranges", byDefault = "uniform")
        Distribution distribution,

        @Key("range of the rows that a search sees and of the test rows, in the unit")
        Interval train,

        @Key(
                value = "shifted range that tests extrapolation, in the unit; the train range when left out",
                sameAs = "train")
        Interval ood) {
    public Variable {
        distribution.check("train", train);
        distribution.check("ood", ood);
    }
}
