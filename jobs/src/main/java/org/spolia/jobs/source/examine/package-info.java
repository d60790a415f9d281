/**
 * What the stage shard learns of a file before it writes a row: sizes, digests, sums of fields, damage.
 * Only the stage shard imports it.
 */
@NullMarked
package org.spolia.jobs.source.examine;

import org.jspecify.annotations.NullMarked;
