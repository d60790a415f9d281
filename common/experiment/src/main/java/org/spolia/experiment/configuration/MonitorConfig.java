package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.experiment.data.Split;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/** A problem whose laws are tested on each new block of its rows. */
public record MonitorConfig(
        @Key("the id of a problem with a 'source'") String problem,

        @Key(
                value =
                        "the laws to watch, each an expression over the variables of the problem; if the list is empty, the equations that the trials of the experiment have selected, those of earlier versions included",
                byDefault = "[]",
                distinct = true)
        List<String> laws,

        @Key(
                value =
                        "the splits that are watched, each by a test of its own; not train without 'laws', because the equations were fitted to it",
                byDefault = "[test]",
                minItems = 1,
                distinct = true)
        List<Split> splits,

        @Key(
                value =
                        "the largest probability that a law raises an alarm at any time, in a stream that does not change",
                byDefault = "0.01",
                above = 0,
                below = 1)
        double level,

        @Key(value = "number of first windows whose mean loss is shown as the reference", byDefault = "10", atLeast = 1)
        int referenceWindows) {
    public MonitorConfig {
        splits = splits.stream().sorted().toList();
        if (laws.isEmpty() && splits.contains(Split.TRAIN)) {
            throw new InvalidValueException(
                    "splits",
                    "the equations of trials were fitted to the rows of 'train'; remove it, or name the 'laws'");
        }
    }
}
