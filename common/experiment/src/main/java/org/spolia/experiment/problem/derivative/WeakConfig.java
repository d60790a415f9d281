package org.spolia.experiment.problem.derivative;

import java.io.Serializable;
import java.util.List;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/**
 * The windows of a weak form. Each row is a window, and each quantity is its mean weighted by a test function.
 * Integration by parts moves derivatives to the test function.
 */
public record WeakConfig(
        @Key(
                value =
                        "points of a window on each side of its centre, along time and then each axis, or one number for all; empty for derivatives at points",
                byDefault = "[]",
                atLeast = 2)
        List<Integer> halfWidth,

        @Key(
                value =
                        "power p of the test functions (1 - s^2)^p, above the order of every derivative; higher powers are more accurate and more sensitive to noise",
                byDefault = "7",
                atLeast = 1,
                atMost = 30)
        int power,

        @Key(
                value = "points between the centres of windows, along time and then each axis, or one number for all",
                byDefault = "[1]",
                minItems = 1,
                atLeast = 1)
        List<Integer> stride)
        implements Serializable {
    public WeakConfig {
        if (halfWidth.isEmpty() && (power != 7 || !stride.equals(List.of(1)))) {
            throw new InvalidValueException(
                    "half-width", "the list is empty or missing; give the widths of the windows");
        }
    }

    /** Returns whether rows are windows. */
    public boolean isUsed() {
        return !halfWidth.isEmpty();
    }
}
