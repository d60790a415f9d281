package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.symbolic.key.Key;

/**
 * Problems that are searched with the variables which laws of other problems of the experiment use, and beside that
 * with controls.
 */
public record LearnedVariables(
        @Key(
                value =
                        "the problems that are searched so: ids, or patterns in which * stands for any text and ? for one character",
                minItems = 1,
                distinct = true)
        List<String> problems,

        @Key(
                value =
                        "the problems of the experiment whose laws are found first and tell by their names which variables are useful: ids or patterns",
                minItems = 1,
                distinct = true)
        List<String> from,

        @Key(
                value =
                        "with which variables each is searched: all, learned (those that a law of 'from' uses), random (as many of the others, or all of these where they are fewer, drawn for each problem and seed)",
                byDefault = "[all, learned, random]",
                minItems = 1,
                distinct = true)
        List<VariableChoice> choices) {
    public LearnedVariables {
        choices = choices.stream().sorted().toList();
    }
}
