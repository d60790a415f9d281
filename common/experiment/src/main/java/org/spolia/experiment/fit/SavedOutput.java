package org.spolia.experiment.fit;

import org.spolia.symbolic.key.Key;

/** The location of the files of one target. */
public record SavedOutput(
        @Key("the column that the models explain") String target,
        @Key("its folder, within that of the fit") String folder) {}
