package org.spolia.jobs.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.spolia.embedding.Frame;
import org.spolia.embedding.token.TokenisedObject;
import org.spolia.embedding.token.Tokeniser;

/**
 * An object of a survey as a frame. Plain numbers become spectra with one pixel. The first of three axes holds the
 * channels, as in images with several bands. With a tokeniser, its tokens become the pixels of one channel.
 */
public final class SurveyObject {
    private static final int AXES_OF_BANDS = 3;

    private SurveyObject() {}

    static Frame frame(InternalRow row, SampleColumns columns) {
        Tokeniser tokeniser = columns.tokeniser();
        return tokeniser == null ? ofChannels(row, columns) : ofTokens(tokeniser.tokenise(values(row, columns)));
    }

    /** The values of the columns that are not NULL, by column name. */
    public static Map<String, float[]> values(InternalRow row, SampleColumns columns) {
        Map<String, float[]> values = new HashMap<>();
        for (int channel = 0; channel < columns.channels().size(); channel++) {
            if (!row.isNullAt(columns.place(channel))) {
                values.put(
                        columns.channels().get(channel),
                        row.getArray(columns.place(channel)).toFloatArray());
            }
        }
        return values;
    }

    private static Frame ofTokens(TokenisedObject object) {
        String reason = object.reason();
        if (reason != null) {
            return Frame.missing(0, reason);
        }
        float[] tokens = new float[object.tokens().length];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = object.tokens()[i];
        }
        return Frame.of(0, List.of(tokens.length), new float[][] {tokens});
    }

    private static Frame ofChannels(InternalRow row, SampleColumns columns) {
        int count = columns.channels().size();
        float[][] channels = new float[count][];
        List<Integer> extent = List.of();
        for (int channel = 0; channel < count; channel++) {
            String name = columns.channels().get(channel);
            if (row.isNullAt(columns.place(channel))) {
                return Frame.missing(0, "column " + name + " is NULL");
            }
            channels[channel] = row.getArray(columns.place(channel)).toFloatArray();
            List<Integer> shape = shape(row, columns.shapePlace(channel), channels[channel].length);
            if (channel > 0 && !shape.equals(extent)) {
                return Frame.missing(
                        0,
                        "column " + columns.channels().get(0) + " has shape " + extent + ", and column " + name + " "
                                + shape);
            }
            extent = shape;
        }
        return extent.size() == AXES_OF_BANDS ? bands(channels, extent) : Frame.of(0, extent, channels);
    }

    private static List<Integer> shape(InternalRow row, int place, int length) {
        return row.isNullAt(place)
                ? List.of(length)
                : Arrays.stream(row.getArray(place).toIntArray()).boxed().toList();
    }

    private static Frame bands(float[][] columns, List<Integer> shape) {
        int bands = shape.get(0);
        int points = shape.get(1) * shape.get(2);
        float[][] channels = new float[columns.length * bands][];
        for (int i = 0; i < channels.length; i++) {
            int from = i % bands * points;
            channels[i] = Arrays.copyOfRange(columns[i / bands], from, from + points);
        }
        return Frame.of(0, shape.subList(1, AXES_OF_BANDS), channels);
    }
}
