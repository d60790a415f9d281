package org.spolia.experiment.report.law;

import java.util.List;
import java.util.Locale;
import org.spolia.experiment.report.page.Answer;

/** A front as a small drawing next to the name of its problem: the logarithm of the loss against the complexity. */
final class FrontSketch {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 32;
    private static final int MARGIN = 4;

    /** A loss below this is a rounding error. */
    private static final double LEAST_LOSS = 1e-30;

    private FrontSketch() {}

    static String of(List<Answer.Entry> front) {
        double[] x = new double[front.size()];
        double[] y = new double[front.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = front.get(i).number("complexity").orElse(0.0);
            y[i] = -Math.log10(Math.max(LEAST_LOSS, front.get(i).number("loss").orElse(LEAST_LOSS)));
        }
        scale(x, WIDTH);
        scale(y, HEIGHT);
        StringBuilder line = new StringBuilder();
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            line.append(String.format(Locale.ROOT, i == 0 ? "M%.1f %.1f" : "H%.1fV%.1f", x[i], y[i]));
            if (front.get(i).isTrue("selected")) {
                ring.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", x[i], y[i]));
            }
        }
        return "<svg class=\"sketch\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" aria-hidden=\"true\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"><path d=\"" + line
                + "\"/>" + ring + "</svg>";
    }

    private static void scale(double[] values, int size) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double range = most > least ? most - least : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = MARGIN + (values[i] - least) / range * (size - 2 * MARGIN);
        }
    }
}
