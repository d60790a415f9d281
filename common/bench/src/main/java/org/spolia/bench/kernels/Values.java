package org.spolia.bench.kernels;

import java.util.Random;

/** The arguments that a loop gets. */
public enum Values {
    /** Within the range of the operator in practice. */
    ORDINARY,
    /** One in eight is extreme, so that most vectors have a lane that needs the rare branches. */
    STREWN,
    /** Ordinary values after strewn ones: a branch that was taken once is part of the compiled loop. */
    AGAIN;

    private static final double[] EXTREME = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        0x1p-1030,
        -0x1p-60,
        1e22,
        -1e300,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    static double[] ordinary(double low, double high, int count, Random random) {
        return random.doubles(count, low, high).toArray();
    }

    static double[] strewn(double low, double high, int count, Random random) {
        double[] values = ordinary(low, high, count, random);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(8) == 0) {
                values[i] = EXTREME[random.nextInt(EXTREME.length)];
            }
        }
        return values;
    }
}
