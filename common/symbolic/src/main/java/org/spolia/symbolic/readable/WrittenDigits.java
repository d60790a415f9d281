package org.spolia.symbolic.readable;

import java.util.function.IntToDoubleFunction;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Decimal;

/** The significant digits with which data are written. */
final class WrittenDigits {
    /** A column with fewer digits has exact set points. */
    private static final int FEWEST = 11;

    /** More digits than these are those of doubles. */
    private static final int MOST = 12;

    private static final int ROWS = 100;

    private WrittenDigits() {}

    /** Returns half a unit of the last digit as a share of a value; 0 if the data are written more exactly. */
    static double rounding(Sample sample) {
        int least = digits(sample, sample::targetValue);
        for (int variable = 0; variable < sample.variables(); variable++) {
            int column = variable;
            int digits = digits(sample, row -> sample.value(column, row));
            least = digits < FEWEST ? least : Math.min(least, digits);
        }
        return least >= FEWEST && least <= MOST ? 5 * Math.pow(10, -least) : 0;
    }

    private static int digits(Sample sample, IntToDoubleFunction column) {
        int digits = 0;
        for (int row = 0; row < Math.min(ROWS, sample.rows()); row++) {
            digits = Math.max(digits, Decimal.digits(column.applyAsDouble(row)));
        }
        return digits;
    }
}
