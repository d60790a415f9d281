package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.symbolic.key.Key;

/**
 * Problems that are searched with the variables that equations of other problems of the experiment use, and with
 * controls.
 */
public record LearnedVariables(
        @Key(
                value = "the problems to search: ids, or patterns in which * matches any text and ? one character",
                minItems = 1,
                distinct = true)
        List<String> problems,

        @Key(
                value =
                        "the problems of the experiment that are searched first; the variables of their equations, matched by name, count as useful: ids or patterns",
                minItems = 1,
                distinct = true)
        List<String> from,

        @Key(
                value =
                        "the variables of each search: all; learned (those that an equation of 'from' uses); random (as many of the other variables, or all others if there are fewer, drawn for each problem and seed)",
                byDefault = "[all, learned, random]",
                minItems = 1,
                distinct = true)
        List<VariableChoice> choices) {
    public LearnedVariables {
        choices = choices.stream().sorted().toList();
    }
}
