package org.spolia.jobs.sample;

import org.spolia.embedding.Window;
import org.spolia.experiment.sample.SampleKey;

/** What is embedded, and where it comes from. */
public record Sample(SampleKey key, Window window) {
    /** Whether there is a sample, and its values are finite. */
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
