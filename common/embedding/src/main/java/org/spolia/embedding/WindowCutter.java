package org.spolia.embedding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Divides trajectories, frame by frame, into windows. Frames at the end of a trajectory that are too few for a window
 * are dropped.
 */
public final class WindowCutter {
    private final int frames;
    private final int stride;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private int toSkip;
    private boolean any;

    /**
     * @param frames the number of frames in a window
     * @param stride the number of frames between the starts of two windows
     */
    public WindowCutter(int frames, int stride) {
        this.frames = frames;
        this.stride = stride;
    }

    /** Takes the next frame of a trajectory, and returns the window that it completes. */
    public Optional<Window> add(Frame frame) {
        if (toSkip > 0) {
            toSkip--;
            return Optional.empty();
        }
        waiting.add(frame);
        if (waiting.size() < frames) {
            return Optional.empty();
        }
        Window window = Window.of(List.copyOf(waiting));
        for (int i = 0; i < Math.min(stride, frames); i++) {
            waiting.removeFirst();
        }
        toSkip = Math.max(0, stride - frames);
        any = true;
        return Optional.of(window);
    }

    /** Ends a trajectory. A trajectory shorter than a window has no sample, but a reason. */
    public Optional<Window> end() {
        Optional<Window> left = any || waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(Window.missing(
                        waiting.getFirst().step(),
                        "the trajectory has " + waiting.size() + " frames, and a window " + frames));
        waiting.clear();
        toSkip = 0;
        any = false;
        return left;
    }
}
