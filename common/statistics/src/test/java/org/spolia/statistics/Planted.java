package org.spolia.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.spolia.statistics.effect.Effects;

/** Effects whose values a test and its Python reference compute in the same way. */
public final class Planted {
    static final int PROBLEMS = 11;
    static final int FACTORS = 4;

    private Planted() {}

    /**
     * Five problems of field a, three of b and three of c; factors help in field b, each more than the one before it.
     */
    public static Effects effects() {
        double[][] values = new double[FACTORS][PROBLEMS];
        for (int factor = 0; factor < FACTORS; factor++) {
            for (int problem = 0; problem < PROBLEMS; problem++) {
                values[factor][problem] = (7 * problem * problem + 3 * problem * factor + 12 * factor) % 17 / 17.0
                        - 0.4
                        + (field(problem).equals("b") ? 0.4 * factor : 0);
            }
        }
        return Effects.of(
                List.of("f0", "f1", "f2", "f3"),
                IntStream.range(0, PROBLEMS).mapToObj(p -> "p" + (10 + p)).toList(),
                IntStream.range(0, PROBLEMS).mapToObj(Planted::field).toList(),
                values);
    }

    private static String field(int problem) {
        return problem < 5 ? "a" : problem < 8 ? "b" : "c";
    }
}
