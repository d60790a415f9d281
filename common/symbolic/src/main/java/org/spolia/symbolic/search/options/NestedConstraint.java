package org.spolia.symbolic.search.options;

import org.spolia.symbolic.key.Key;

/** How often one operator may occur within another. */
public record NestedConstraint(
        @Key("name of the outer operator") String operator,
        @Key("name of the inner operator") String inner,

        @Key(value = "how many of the inner one may stand below each other within the outer one", atLeast = 0)
        int most) {}
