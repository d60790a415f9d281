/**
 * Files as Hadoop's file systems list and read them: identity, channels at positions, digests, counters.
 * Knows no format.
 */
@NullMarked
package org.spolia.jobs.source.file;

import org.jspecify.annotations.NullMarked;
