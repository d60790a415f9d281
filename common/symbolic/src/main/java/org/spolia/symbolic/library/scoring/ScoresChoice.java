package org.spolia.symbolic.library.scoring;

import org.spolia.symbolic.evaluation.Vectors;

/** Decides once for each JVM which loops run, as evaluation does. */
final class ScoresChoice {
    static final Scores PREFERRED = Vectors.bits() > 0 ? new ScoresVector() : new ScoresScalar();

    private ScoresChoice() {}
}
