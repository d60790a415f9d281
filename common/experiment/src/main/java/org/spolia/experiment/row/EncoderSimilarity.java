package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * A measure of the embeddings of a table by one encoder, or of the similarity of two encoders on the same samples.
 *
 * @param otherEncoderId null for a measure of one encoder
 * @param otherSetting null like otherEncoderId
 * @param metric {@link #INTRINSIC_DIMENSION} or {@link #PARTICIPATION_RATIO} of one, {@link #CKA} or
 * {@link #MUTUAL_NEIGHBOURS} of two
 * @param value null with a reason
 * @param samples the number of samples used
 */
public record EncoderSimilarity(
        String experimentId,
        String dataset,
        String encoderId,
        String setting,
        @Nullable String otherEncoderId,
        @Nullable String otherSetting,
        String metric,
        @Nullable Double value,
        int samples,
        @Nullable String reason) {
    public static final String INTRINSIC_DIMENSION = "intrinsic_dimension";
    public static final String PARTICIPATION_RATIO = "participation_ratio";
    public static final String CKA = "cka";
    public static final String MUTUAL_NEIGHBOURS = "mutual_neighbours";
}
