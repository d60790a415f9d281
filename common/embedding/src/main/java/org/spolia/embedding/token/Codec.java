package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts one modality of an object to tokens. The codes of all its tokens are integers from 0 to below its
 * vocabulary, or {@link #ABSENT} for missing values.
 */
public sealed interface Codec extends Serializable
        permits ScalarCodec, GridCodec, SpectrumCodec, ImageCodec, CodeColumn {
    /** The code of a token without a value. */
    int ABSENT = -1;

    /** The columns of the modality; the first gives it its name. */
    List<String> columns();

    /** The number of tokens. */
    int tokens();

    /** The number of codes of a token. */
    int vocabulary();

    /**
     * Returns the problem of the values of an object, such as an image of another size; empty if they can be encoded.
     *
     * @param values the values of columns, by name; columns that are NULL, or not given, are left out
     */
    Optional<String> problem(Map<String, float[]> values);

    /** Returns the codes of an object without a problem. */
    int[] encode(Map<String, float[]> values);

    /**
     * Returns the position of a code on axes of values, each from -1 to 1. Codes of similar values have similar
     * positions. NaN on axes that do not apply; no axis if codes have no order.
     */
    double[] coordinates(int code);

    /** The name of the modality. */
    default String name() {
        return columns().get(0);
    }
}
