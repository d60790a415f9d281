package org.spolia.experiment.problem;

import org.spolia.symbolic.key.Key;

/** A variable of a formula and the ranges that its values are drawn from. */
public record Variable(
        @Key(value = "name in the formula", pattern = Naming.PATTERN, patternInWords = Naming.WORDS)
        String name,

        @Key(value = "unit as in the source; '1' for none, absent if unknown", byDefault = "''")
        String unit,

        @Key(value = "meaning of the variable", byDefault = "''")
        String description,

        @Key(value = "distribution of the values within the ranges", byDefault = "uniform")
        Distribution distribution,

        @Key("training range, for training and test rows, in the unit")
        Interval train,

        @Key(
                value = "range of the ood split, which tests extrapolation, in the unit; the training range if absent",
                sameAs = "train")
        Interval ood) {
    public Variable {
        distribution.check("train", train);
        distribution.check("ood", ood);
    }
}
