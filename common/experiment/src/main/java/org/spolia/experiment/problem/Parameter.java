package org.spolia.experiment.problem;

import java.util.List;
import org.spolia.symbolic.key.Key;

/** A parameter of the model that the source fitted. */
public record Parameter(
        @Key(value = "name in the model", pattern = Naming.PATTERN, patternInWords = Naming.WORDS)
        String name,

        @Key(value = "starting values of the source, the harder one first", byDefault = "[]")
        List<Double> start,

        @Key("value of the least-squares fit") double certified,

        @Key(value = "standard deviation of that value; 0 if unknown", byDefault = "0", atLeast = 0)
        double standardDeviation) {}
