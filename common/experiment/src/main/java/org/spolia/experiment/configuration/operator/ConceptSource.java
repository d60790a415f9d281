package org.spolia.experiment.configuration.operator;

import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/** The concepts of an earlier experiment in an operator set. */
public record ConceptSource(
        @Key("name or id of the experiment whose concepts are read")
        String from,

        @Key(
                value = "number of concepts, those with the largest saving first",
                byDefault = "5",
                atLeast = 1,
                atMost = 12)
        int count,

        @Key(
                value =
                        "problems whose equations are excluded from mining: problem (the searched problem itself) or field (all problems of its field)",
                byDefault = "problem")
        LeftOut leaveOut,

        @Key(
                value =
                        "none: the concepts; random: instead of them, random pieces of the same equations with the same numbers of nodes and operands, drawn for each seed",
                byDefault = "none")
        ConceptControl control) {
    public ConceptSource {
        if (from.isEmpty()) {
            throw new InvalidValueException("from", "is empty; name the experiment that the concepts were mined in");
        }
    }
}
