/**
 * The examination of a file before the stage shard writes a row: sizes, digests, moments of fields, damage. Only the
 * stage shard imports this package.
 */
@NullMarked
package org.spolia.jobs.source.examine;

import org.jspecify.annotations.NullMarked;
