package org.spolia.symbolic.search.options;

import org.spolia.symbolic.key.Key;

/** How complex one operator is. */
public record OperatorComplexity(
        @Key("name of the operator") String operator,

        @Key(value = "what one occurrence adds to the complexity of an expression", above = 0, atMost = 100)
        double complexity) {}
