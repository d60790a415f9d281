/**
 * The stage features, which computes rows for regressions from shard tables. Only the command line imports this
 * package.
 */
@NullMarked
package org.spolia.jobs.features;

import org.jspecify.annotations.NullMarked;
