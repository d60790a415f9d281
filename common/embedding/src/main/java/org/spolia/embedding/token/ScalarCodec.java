package org.spolia.embedding.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number of an object as one token: the bin of its value among those of a sample.
 *
 * @param column the column with the number
 * @param quantiles the quantiles of the sample
 */
public record ScalarCodec(String column, Quantiles quantiles) implements Codec {
    public ScalarCodec {
        Checks.requireNamed(column, "column");
        Checks.require(quantiles, "quantiles");
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
        return quantiles.bins();
    }

    @Override
    public Optional<String> problem(Map<String, float[]> values) {
        return Checks.length(values, column, 1);
    }

    @Override
    public int[] encode(Map<String, float[]> values) {
        float[] value = values.get(column);
        return new int[] {value == null || !Float.isFinite(value[0]) ? ABSENT : quantiles.bin(value[0])};
    }

    /** Returns the value of a code. */
    public double decode(int code) {
        return quantiles.value(code);
    }

    @Override
    public double[] coordinates(int code) {
        return new double[] {BinCentre.of(code, vocabulary())};
    }
}
