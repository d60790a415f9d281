package org.spolia.bench.laws;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The main structure of a generated law. */
public enum StructureClass {
    /** A sum of functions of different variables. */
    SUM,
    /** A product of functions of different variables. */
    PRODUCT,
    /** A function of quotients without dimension, with pure numbers as constants. */
    GROUPS,
    /** Functions inside functions. */
    NESTED,
    /** A sub-expression that occurs several times. */
    SHARED,
    /** A function of a weighted sum or difference of variables. */
    AFFINE,
    /** Powers with exponents such as 3/2, 1/3 and -2. */
    POWERS,
    /** A quotient of sums. */
    RATIONAL,
    /** Waves, damped waves and resonances. */
    OSCILLATION,
    /** Functions that approach a limit. */
    SATURATION,
    /** Variables and constants of very different magnitudes. */
    SCALES;

    /** The name in options and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fewest variables with which a law can have the structure. */
    int leastVariables() {
        return switch (this) {
            case SUM, PRODUCT, GROUPS, SCALES -> 2;
            default -> 1;
        };
    }

    /** Returns the class with this label. */
    public static StructureClass named(String label) {
        return Arrays.stream(values())
                .filter(structure -> structure.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown class of laws '" + label + "'; there are "
                        + Arrays.stream(values()).map(StructureClass::label).collect(Collectors.joining(", "))));
    }
}
