package org.spolia.embedding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive frames as one sample.
 *
 * @param step the number of the first frame
 * @param shape the shape of the sample; null with a reason
 * @param values the values of the sample; empty with a reason
 * @param reason why there is no sample; null if there is one
 */
@SuppressWarnings("ArrayRecordComponent")
public record Window(
        int step,
        @Nullable SampleShape shape,
        float[] values,
        @Nullable String reason) {

    static Window of(List<Frame> frames) {
        Frame first = frames.get(0);
        for (Frame frame : frames) {
            if (frame.reason() != null) {
                String place = frames.size() == 1 ? "" : "step " + frame.step() + ": ";
                return missing(first.step(), place + frame.reason());
            }
            if (!frame.extent().equals(first.extent())) {
                return missing(
                        first.step(),
                        "frames of the window have grids of " + first.extent() + " and " + frame.extent());
            }
        }
        SampleShape shape = new SampleShape(first.channels().length, frames.size(), first.extent());
        float[] values = new float[shape.values()];
        int to = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (Frame frame : frames) {
                float[] part = frame.channels()[channel];
                System.arraycopy(part, 0, values, to, part.length);
                to += part.length;
            }
        }
        return new Window(first.step(), shape, values, null);
    }

    static Window missing(int step, String reason) {
        return new Window(step, null, new float[0], reason);
    }
}
