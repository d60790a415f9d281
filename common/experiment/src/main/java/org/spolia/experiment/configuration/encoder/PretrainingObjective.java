package org.spolia.experiment.configuration.encoder;

import java.util.Locale;

/** What of a sample is hidden from an encoder that learns, and has to be foretold. */
public enum PretrainingObjective {
    /** The last frames of a window. */
    FORECAST,
    /** Blocks of four points on each axis. */
    MASKED,
    /** Tokens of an object of a survey, whole modalities among them. */
    CROSS_MODAL;

    /** As configurations and tables have it. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
