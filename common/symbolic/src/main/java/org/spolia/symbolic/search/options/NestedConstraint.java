package org.spolia.symbolic.search.options;

import java.io.Serializable;
import org.spolia.symbolic.key.Key;

/** A limit of one operator nested in another. */
public record NestedConstraint(
        @Key("name of the outer operator") String operator,
        @Key("name of the inner operator") String inner,

        @Key(value = "largest number of inner operators nested in each other within the outer one", atLeast = 0)
        int most)
        implements Serializable {}
