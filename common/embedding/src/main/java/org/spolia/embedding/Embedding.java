package org.spolia.embedding;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The result for one sample.
 *
 * @param vector finite numbers; null with a reason
 * @param reason why there is no embedding; null if there is one
 */
@SuppressWarnings("ArrayRecordComponent")
public record Embedding(float @Nullable [] vector, @Nullable String reason) implements Serializable {

    static Embedding of(float[] vector) {
        for (int i = 0; i < vector.length; i++) {
            if (!Float.isFinite(vector[i])) {
                return missing("number " + i + " of the embedding is " + vector[i]);
            }
        }
        return new Embedding(vector, null);
    }

    public static Embedding missing(String reason) {
        return new Embedding(null, reason);
    }
}
