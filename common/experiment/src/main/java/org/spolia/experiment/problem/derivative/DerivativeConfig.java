package org.spolia.experiment.problem.derivative;

import java.io.Serializable;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/** The method for derivatives along an axis. */
public record DerivativeConfig(
        @Key(
                value =
                        "automatic (spectral along periodic axes with even steps, otherwise finite-difference), spectral, finite-difference or savitzky-golay (smooths noisy fields)",
                byDefault = "automatic")
        DerivativeMethod method,

        @Key(value = "order of accuracy of finite differences: 2, 4, 6 or 8", byDefault = "6", atLeast = 2, atMost = 8)
        int accuracy,

        @Key(value = "points on each side of the centre of a savitzky-golay window", byDefault = "5", atLeast = 1)
        int halfWidth,

        @Key(value = "degree of the savitzky-golay polynomial", byDefault = "4", atLeast = 1)
        int degree)
        implements Serializable {
    public DerivativeConfig {
        if (accuracy % 2 != 0) {
            throw new InvalidValueException("accuracy", accuracy + " is not allowed; must be 2, 4, 6 or 8");
        }
        if (degree > 2 * halfWidth) {
            throw new InvalidValueException(
                    "degree",
                    degree + " is not allowed; must be <= " + 2 * halfWidth + ", as a window has " + (2 * halfWidth + 1)
                            + " points");
        }
    }
}
