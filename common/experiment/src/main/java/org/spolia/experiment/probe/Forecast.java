package org.spolia.experiment.probe;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.statistics.Metrics;

/** Predicts frames one step at a time, from frames that it has predicted itself. */
@FunctionalInterface
public interface Forecast {

    /**
     * Returns the frames after windows.
     *
     * @param windows the frames of each, with their channels one after another
     * @param count the number of frames
     */
    List<List<float[]>> of(List<List<float[]>> windows, int count);

    /** Repeats the last frame. */
    static Forecast persistence() {
        return (windows, count) -> windows.stream()
                .map(window -> Collections.nCopies(count, window.get(window.size() - 1)))
                .toList();
    }

    /** Predicts the mean of each channel over the window. */
    static Forecast mean(int channels) {
        return (windows, count) -> windows.stream()
                .map(window -> Collections.nCopies(count, meanOf(window, channels)))
                .toList();
    }

    private static float[] meanOf(List<float[]> window, int channels) {
        float[] mean = new float[window.get(0).length];
        int points = mean.length / channels;
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            for (float[] frame : window) {
                for (int i = 0; i < points; i++) {
                    sum += frame[channel * points + i];
                }
            }
            Arrays.fill(mean, channel * points, (channel + 1) * points, (float) (sum / window.size() / points));
        }
        return mean;
    }

    /**
     * Returns its errors on trajectories that begin with a window: by metric, the mean of {@link Metrics#vrmse} over
     * trajectories, channels and the steps of the metric; no entry if no trajectory has one of these steps, or a
     * prediction of them is not finite.
     */
    default Map<String, Double> scores(List<List<float[]>> runs, int window, int channels) {
        List<List<float[]>> longer =
                runs.stream().filter(run -> run.size() > window).toList();
        int longest = longer.stream().mapToInt(List::size).max().orElse(window);
        int steps = Math.min(ProbeScore.LAST_STEP, longest - window);
        List<List<float[]>> predicted =
                of(longer.stream().map(run -> run.subList(0, window)).toList(), steps);
        Map<String, Double> scores = new LinkedHashMap<>();
        ProbeScore.VRMSE.forEach((metric, span) -> {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < longer.size(); i++) {
                List<float[]> run = longer.get(i);
                for (int step = span.first(); step <= Math.min(span.last(), run.size() - window); step++) {
                    sum += error(predicted.get(i).get(step - 1), run.get(window + step - 1), channels);
                    count++;
                }
            }
            scores.put(metric, sum / count);
        });
        return scores;
    }

    private static double error(float[] predicted, float[] frame, int channels) {
        double sum = 0;
        int points = frame.length / channels;
        for (int channel = 0; channel < channels; channel++) {
            double[] prediction = numbers(predicted, channel * points, points);
            double[] target = numbers(frame, channel * points, points);
            sum += Metrics.validShare(prediction) < 1 ? Double.NaN : Metrics.vrmse(prediction, target);
        }
        return sum / channels;
    }

    private static double[] numbers(float[] values, int start, int length) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = values[start + i];
        }
        return numbers;
    }
}
