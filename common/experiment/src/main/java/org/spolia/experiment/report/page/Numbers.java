package org.spolia.experiment.report.page;

import java.util.Locale;
import java.util.Optional;

/** The format of numbers on the page. */
public final class Numbers {
    private static final String ABSENT = "–";

    private Numbers() {}

    /** Three significant digits, in powers of ten where that is shorter. */
    public static String significant(Optional<Double> value) {
        return value.map(Numbers::significant).orElse(ABSENT);
    }

    public static String significant(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (size >= 0.001 && size < 1000) {
            int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
            return minus(String.format(Locale.ROOT, "%." + digits + "f", value));
        }
        return minus(String.format(Locale.ROOT, "%.1e", value));
    }

    /** A fixed number of decimals. */
    public static String fixed(Optional<Double> value, int decimals) {
        return value.map(number -> minus(String.format(Locale.ROOT, "%." + decimals + "f", number)))
                .orElse(ABSENT);
    }

    public static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    public static String percent(Optional<Double> share) {
        return share.map(value -> String.format(Locale.ROOT, "%.0f %%", 100 * value))
                .orElse(ABSENT);
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
