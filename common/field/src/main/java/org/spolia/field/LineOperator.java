package org.spolia.field;

/**
 * Maps the values along one line of a grid to the same number of values. Holds scratch memory, so it belongs to one
 * thread.
 */
interface LineOperator {
    void apply(double[] line, double[] result);

    /** Applies it to every line along an axis. */
    default double[] applyToLines(Field field, int axis) {
        int size = field.grid().axis(axis).size();
        int stride = field.grid().stride(axis);
        double[] values = field.shared();
        double[] results = new double[values.length];
        double[] line = new double[size];
        double[] result = new double[size];
        for (int block = 0; block < values.length; block += size * stride) {
            for (int first = block; first < block + stride; first++) {
                for (int i = 0; i < size; i++) {
                    line[i] = values[first + i * stride];
                }
                apply(line, result);
                for (int i = 0; i < size; i++) {
                    results[first + i * stride] = result[i];
                }
            }
        }
        return results;
    }
}
