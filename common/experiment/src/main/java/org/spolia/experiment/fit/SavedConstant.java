package org.spolia.experiment.fit;

import org.spolia.symbolic.key.Key;

/** A fitted constant. */
public record SavedConstant(
        @Key("the value") double value,

        @Key("its standard error, from the Jacobian and the residual variance")
        double standardError) {}
