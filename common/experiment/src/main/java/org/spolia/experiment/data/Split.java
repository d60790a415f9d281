package org.spolia.experiment.data;

import java.util.Locale;

/**
 * A part of a data set: the rows that a search sees, held-out rows of the same distribution, and rows out of
 * distribution.
 */
public enum Split {
    TRAIN,
    TEST,
    OOD;

    /** The name in tables and messages: train, test or ood. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The split with this label. */
    public static Split labelled(String label) {
        for (Split split : values()) {
            if (split.label().equals(label)) {
                return split;
            }
        }
        throw new IllegalArgumentException("Split is '" + label + "'; must be train, test or ood");
    }
}
