package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param rows that it gave; none if it was quarantined
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

    /** Something in it cannot be read, and none of its rows is in a table. */
    public static final String QUARANTINED = "quarantined";
}
