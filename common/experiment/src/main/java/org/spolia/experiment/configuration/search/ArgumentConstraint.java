package org.spolia.experiment.configuration.search;

import java.util.List;
import org.spolia.symbolic.key.Key;

/** How complex the arguments of one operator may be. */
public record ArgumentConstraint(
        @Key("name of the operator") String operator,

        @Key(value = "greatest complexity of each argument; -1 for any", minItems = 1, atLeast = -1)
        List<Integer> most) {}
