package org.spolia.experiment.sample;

import org.jspecify.annotations.Nullable;

/**
 * A window of frames of a simulation.
 *
 * @param split null for files in no folder of a split
 * @param step of the first frame
 */
public record FrameKey(String file, @Nullable String split, Integer trajectory, Integer step) implements SampleKey {
    /** The sample of the same trajectory that begins at another step. */
    public FrameKey at(int first) {
        return new FrameKey(file, split, trajectory, first);
    }

    @Override
    public String subject() {
        return file + " trajectory " + trajectory;
    }

    @Override
    public String inWords() {
        return subject() + " step " + step;
    }
}
