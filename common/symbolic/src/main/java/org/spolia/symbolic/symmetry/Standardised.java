package org.spolia.symbolic.symmetry;

/**
 * A column shifted and scaled to mean 0 and standard deviation 1; all 0 if its standard deviation is 0 or overflows.
 */
public record Standardised(double[] values, double deviation) {
    static boolean varies(double[] column) {
        double first = column[0];
        boolean varies = false;
        for (double value : column) {
            if (!(Math.abs(value) < 1e100)) {
                return false;
            }
            varies |= value != first;
        }
        return varies;
    }

    public static Standardised of(double[] column) {
        double sum = 0;
        for (double value : column) {
            sum += value;
        }
        double mean = sum / column.length;
        double squares = 0;
        for (double value : column) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / column.length);
        double[] values = new double[column.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = deviation > 0 && deviation < Double.POSITIVE_INFINITY ? (column[row] - mean) / deviation : 0;
        }
        return new Standardised(values, deviation);
    }
}
