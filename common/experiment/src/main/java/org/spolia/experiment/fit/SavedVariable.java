package org.spolia.experiment.fit;

import org.spolia.symbolic.key.Key;

/** Which column a name in an equation stands for. */
public record SavedVariable(
        @Key("the name in equations") String name,
        @Key("the column of the table") String column) {}
