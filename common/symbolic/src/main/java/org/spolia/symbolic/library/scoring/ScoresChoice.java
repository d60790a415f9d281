package org.spolia.symbolic.library.scoring;

import org.spolia.symbolic.evaluation.VectorSupport;

/** Decides once for each JVM which loops run, as evaluation does. */
final class ScoresChoice {
    static final Scores PREFERRED = VectorSupport.bits() > 0 ? new ScoresVector() : new ScoresScalar();

    private ScoresChoice() {}
}
