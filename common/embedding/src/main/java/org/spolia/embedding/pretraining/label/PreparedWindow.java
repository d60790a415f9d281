package org.spolia.embedding.pretraining.label;

import java.util.ArrayList;
import java.util.List;
import org.spolia.embedding.ChannelScale;
import org.spolia.embedding.SampleShape;

/**
 * Frames in the form that an encoder takes, each channel normalised over all of them.
 *
 * @param values in row-major order: channel, frame, grid
 * @param scales the normalisation of each channel
 */
@SuppressWarnings("ArrayRecordComponent")
record PreparedWindow(float[] values, List<ChannelScale> scales) {

    /** Prepares as many frames as a window has, each with its channels one after another. */
    static PreparedWindow of(SampleShape shape, List<float[]> frames) {
        int points = shape.valuesOfChannel() / shape.frames();
        float[] values = new float[shape.values()];
        List<ChannelScale> scales = new ArrayList<>();
        for (int channel = 0; channel < shape.channels(); channel++) {
            int start = channel * shape.valuesOfChannel();
            for (int frame = 0; frame < shape.frames(); frame++) {
                System.arraycopy(frames.get(frame), channel * points, values, start + frame * points, points);
            }
            ChannelScale scale = ChannelScale.of(values, start, shape.valuesOfChannel());
            scale.apply(values, start, shape.valuesOfChannel());
            scales.add(scale);
        }
        return new PreparedWindow(values, scales);
    }

    /** Returns the standard deviation that a value of a frame was divided by. */
    double deviation(int value, int valuesOfFrame) {
        return scales.get(value / (valuesOfFrame / scales.size())).deviation();
    }
}
