package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * The result of sharding a file.
 *
 * @param sha256 the hash of its bytes, in hexadecimal
 * @param rows the number of its rows; 0 if it was quarantined
 * @param reason why it was quarantined; null if it was not
 */
public record ShardFile(
        String dataset,
        String file,
        long size,
        String sha256,
        long rows,
        String state,
        @Nullable String reason) {
    /** Its rows are in the table of its data set. */
    public static final String SHARDED = "sharded";

    /** Some part of it cannot be read, and none of its rows is in a table. */
    public static final String QUARANTINED = "quarantined";
}
