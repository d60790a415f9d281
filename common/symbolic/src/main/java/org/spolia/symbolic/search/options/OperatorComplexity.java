package org.spolia.symbolic.search.options;

import java.io.Serializable;
import org.spolia.symbolic.key.Key;

/** The complexity of one operator. */
public record OperatorComplexity(
        @Key("name of the operator") String operator,

        @Key(value = "complexity that one occurrence adds to an expression", above = 0, atMost = 100)
        double complexity)
        implements Serializable {}
