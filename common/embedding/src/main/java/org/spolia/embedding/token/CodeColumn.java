package org.spolia.embedding.token;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens that a column already holds, made by a codec elsewhere.
 *
 * @param column the column with the tokens
 * @param tokens the number of tokens
 * @param vocabulary the number of codes of each
 */
public record CodeColumn(String column, int tokens, int vocabulary) implements Codec {
    public CodeColumn {
        Checks.requireNamed(column, "column");
        if (tokens < 1 || vocabulary < 1) {
            throw new IllegalArgumentException(
                    "'" + column + "' has " + tokens + " tokens of " + vocabulary + " codes; both must be 1 or more");
        }
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public Optional<String> problem(Map<String, float[]> values) {
        float[] codes = values.get(column);
        if (codes != null && codes.length == tokens) {
            for (int i = 0; i < codes.length; i++) {
                if (!(codes[i] >= 0 && codes[i] < vocabulary && codes[i] == Math.rint(codes[i]))) {
                    return Optional.of("code " + i + " in column " + column + " is " + codes[i]
                            + ", and the encoder takes whole numbers from 0 to " + (vocabulary - 1));
                }
            }
        }
        return Checks.length(values, column, tokens);
    }

    @Override
    public int[] encode(Map<String, float[]> values) {
        int[] encoded = new int[tokens];
        float[] codes = values.get(column);
        Arrays.setAll(encoded, i -> codes == null ? ABSENT : (int) codes[i]);
        return encoded;
    }

    @Override
    public double[] coordinates(int code) {
        return new double[0];
    }
}
