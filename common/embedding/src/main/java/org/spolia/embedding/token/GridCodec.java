package org.spolia.embedding.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number of an object, such as a redshift, as one token: the index of its bin among equal bins of a range. Values
 * outside the range are in the first or last bin.
 *
 * @param column the column with the number
 * @param from the least value
 * @param to the greatest value
 * @param bins the number of bins
 */
public record GridCodec(String column, double from, double to, int bins) implements Codec {
    public GridCodec {
        Checks.requireNamed(column, "column");
        if (!(from < to) || !Double.isFinite(to - from) || bins < 2) {
            throw new IllegalArgumentException("the grid of '" + column + "' is from " + from + " to " + to + " in "
                    + bins + " bins; it must rise and have 2 or more");
        }
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public int tokens() {
        return 1;
    }

    @Override
    public int vocabulary() {
        return bins;
    }

    @Override
    public Optional<String> problem(Map<String, float[]> values) {
        return Checks.length(values, column, 1);
    }

    @Override
    public int[] encode(Map<String, float[]> values) {
        float[] value = values.get(column);
        if (value == null || !Float.isFinite(value[0])) {
            return new int[] {ABSENT};
        }
        double place = Math.floor((value[0] - from) / (to - from) * bins);
        return new int[] {(int) Math.max(0, Math.min(bins - 1, place))};
    }

    /** Returns the middle of the bin of a code. */
    public double decode(int code) {
        return from + (to - from) * (code + 0.5) / bins;
    }

    @Override
    public double[] coordinates(int code) {
        return new double[] {BinCentre.of(code, bins)};
    }
}
