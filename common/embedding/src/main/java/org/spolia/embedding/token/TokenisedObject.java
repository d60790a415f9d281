package org.spolia.embedding.token;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of an object.
 *
 * @param tokens its tokens; empty with a reason
 * @param reason why there are none; null if there are
 */
@SuppressWarnings("ArrayRecordComponent")
public record TokenisedObject(int[] tokens, @Nullable String reason) {
    static TokenisedObject of(int[] tokens) {
        return new TokenisedObject(tokens, null);
    }

    static TokenisedObject missing(String reason) {
        return new TokenisedObject(new int[0], reason);
    }
}
