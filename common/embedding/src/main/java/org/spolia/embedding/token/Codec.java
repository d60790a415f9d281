package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one modality of an object becomes tokens. The codes of all of its tokens are numbers from 0 to one below its
 * vocabulary, or {@link #ABSENT} where the object has no value.
 */
public sealed interface Codec extends Serializable
        permits ScalarCodec, GridCodec, SpectrumCodec, ImageCodec, CodeColumn {
    /** The code of a token that there is no value for. */
    int ABSENT = -1;

    /** Columns of a table that it is made of; the first gives the modality its name. */
    List<String> columns();

    /** How many tokens there are. */
    int tokens();

    /** How many codes a token may have. */
    int vocabulary();

    /**
     * What is wrong with the values of an object, such as an image of another size; empty if they can be encoded.
     *
     * @param values of columns, by their names; columns that are NULL, or not given, are left out
     */
    Optional<String> problem(Map<String, float[]> values);

    /** The codes of an object that has no problem. */
    int[] encode(Map<String, float[]> values);

    /**
     * Where a code lies on axes of values, each from -1 to 1: codes that are near each other stand for values that are.
     * NaN on axes that do not concern it; no axis if codes have no order.
     */
    double[] coordinates(int code);

    /** What the modality is called. */
    default String name() {
        return columns().get(0);
    }
}
