package org.spolia.symbolic.library.scoring;

import org.spolia.symbolic.evaluation.VectorSupport;

/** Chooses the kernels once per JVM, by the same rule as the evaluation. */
final class ScoresChoice {
    static final Scores PREFERRED = VectorSupport.bits() > 0 ? new ScoresVector() : new ScoresScalar();

    private ScoresChoice() {}
}
