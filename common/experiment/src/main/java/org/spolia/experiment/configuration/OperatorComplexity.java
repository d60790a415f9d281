package org.spolia.experiment.configuration;

import org.spolia.experiment.binding.Key;

/** How complex one operator is. */
public record OperatorComplexity(
        @Key("name of the operator") String operator,

        @Key(value = "what one occurrence adds to the complexity of an expression", atLeast = 1, atMost = 100)
        int complexity) {}
