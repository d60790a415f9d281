package org.spolia.experiment.configuration.operator;

import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/** Which concepts of an earlier experiment a set of operators has. */
public record ConceptSource(
        @Key("name or id of the experiment whose concepts are read")
        String from,

        @Key(value = "how many, those that save most first", byDefault = "5", atLeast = 1, atMost = 12)
        int count,

        @Key(
                value =
                        "whose laws they are not mined from: problem (the one that is searched) or field (all of its field)",
                byDefault = "problem")
        LeftOut leaveOut,

        @Key(
                value =
                        "none: the concepts themselves; random: in their place pieces of the same laws with as many nodes and operands, drawn for each seed",
                byDefault = "none")
        ConceptControl control) {
    public ConceptSource {
        if (from.isEmpty()) {
            throw new InvalidValueException("from", "is empty; name the experiment that the concepts were mined in");
        }
    }
}
