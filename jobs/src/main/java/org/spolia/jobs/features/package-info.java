/**
 * The stage features: shard tables become rows for regressions.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.features;

import org.jspecify.annotations.NullMarked;
