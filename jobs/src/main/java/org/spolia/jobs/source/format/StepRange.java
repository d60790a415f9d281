package org.spolia.jobs.source.format;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spolia.experiment.ExperimentException;

/**
 * Some steps of every trajectory in the notation of numpy: {@code start:stop:stride}, without the step {@code stop}.
 * Each part is optional, and a single number means one step.
 *
 * @param start the first step
 * @param stop the first step after the range
 * @param stride the distance between steps
 */
public record StepRange(long start, long stop, long stride) implements Serializable {
    public static final StepRange ALL = new StepRange(0, Long.MAX_VALUE, 1);

    private static final Pattern NOTATION = Pattern.compile("(\\d{0,9})(?::(\\d{0,9})(?::(\\d{0,9}))?)?");

    static StepRange parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        if (text.isBlank() || !matcher.matches()) {
            throw mistake(text);
        }
        long start = number(matcher.group(1), 0);
        boolean single = matcher.group(2) == null;
        long stop = single ? start + 1 : number(matcher.group(2), Long.MAX_VALUE);
        long stride = matcher.group(3) == null ? 1 : number(matcher.group(3), 1);
        if (stride == 0) {
            throw mistake(text);
        }
        return new StepRange(start, stop, stride);
    }

    boolean contains(long step) {
        return step >= start && step < stop && (step - start) % stride == 0;
    }

    private static long number(String digits, long otherwise) {
        return digits.isEmpty() ? otherwise : Long.parseLong(digits);
    }

    private static ExperimentException mistake(String text) {
        return new ExperimentException("Option steps is '" + text
                + "'; write start:stop:stride as numpy does, 0:100:10 for example, or the number of one step");
    }
}
