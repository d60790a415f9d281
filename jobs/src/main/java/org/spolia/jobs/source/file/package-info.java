/**
 * Listing and reading of files through Hadoop's file systems: identity, channels at positions, digests, counters. This
 * package knows no formats.
 */
@NullMarked
package org.spolia.jobs.source.file;

import org.jspecify.annotations.NullMarked;
