package org.spolia.experiment.sample;

import org.jspecify.annotations.Nullable;

/**
 * The key of a window of frames of a simulation.
 *
 * @param split null for files without the folder of a split
 * @param step the step of the first frame
 */
public record FrameKey(String file, @Nullable String split, Integer trajectory, Integer step) implements SampleKey {
    /** Returns the key of the sample of the same trajectory that begins at another step. */
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
