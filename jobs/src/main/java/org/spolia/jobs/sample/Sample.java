package org.spolia.jobs.sample;

import org.spolia.embedding.Window;
import org.spolia.experiment.sample.SampleKey;

/** A sample with its key. */
public record Sample(SampleKey key, Window window) {
    /** Returns whether the sample exists and its values are finite. */
    public boolean isUsable() {
        if (window.shape() == null) {
            return false;
        }
        for (float value : window.values()) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
