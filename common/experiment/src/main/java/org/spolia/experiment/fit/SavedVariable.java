package org.spolia.experiment.fit;

import org.spolia.symbolic.key.Key;

/** The column of a name in an equation. */
public record SavedVariable(
        @Key("the name in equations") String name,
        @Key("the column of the table") String column) {}
